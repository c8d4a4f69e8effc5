import path from "node:path";

/** Folder of package.json, as an absolute path, whatever the working directory is. */
export const projectRoot = path.resolve(import.meta.dirname, "../../..");

/** Next's self-contained server: what an image holds and what `npm start` runs. */
export const standaloneDirectory = path.join(projectRoot, ".next/standalone");
