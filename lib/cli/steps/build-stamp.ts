import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot, standaloneDirectory } from "./project-root";

const sources = ["app", "components", "docs/errors", "lib", "inference", "prisma", "public"];
const rootFiles = [
  "package-lock.json",
  "tsconfig.json",
  "next.config.mjs",
  "postcss.config.mjs",
  "instrumentation.ts",
  "proxy.ts",
];
const stampFile = path.join(standaloneDirectory, "build-stamp");

const isSource = (file: string) => !file.includes("/generated/") && !/\.test\.tsx?$/.test(file);

/** Hash over all that goes into a build; tests and generated code do not. Equal hashes mean the build is current. */
export async function currentStamp(): Promise<string> {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const file of await listSources()) {
    hash.update(`${file}\n`).update(await readFile(path.join(projectRoot, file)));
  }
  return hash.digest("hex");
}

/** Stamp of the build that is there, or null. It is written last, so a build that was cut off has none. */
export async function readStamp(): Promise<string | null> {
  return readFile(stampFile, "utf8").catch(() => null);
}

export async function writeStamp(stamp: string): Promise<void> {
  await writeFile(stampFile, stamp);
}

async function listSources(): Promise<string[]> {
  const files = [...rootFiles];
  for (const folder of sources) {
    const entries = await readdir(path.join(projectRoot, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (entry.isFile()) files.push(path.relative(projectRoot, path.join(entry.parentPath, entry.name)));
    }
  }
  return files.filter(isSource).sort();
}
