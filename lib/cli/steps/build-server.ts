import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { hydrateLinks } from "@/lib/db/embedded/hydrate-links";
import { currentStamp, readStamp, writeStamp } from "./build-stamp";
import { bundleEntries } from "./bundle-entries";
import { generatePrismaClient } from "./generate-prisma-client";
import { runStep } from "./progress";
import { projectRoot, standaloneDirectory } from "./project-root";
import { runNode } from "./run-command";

/** Builds the standalone server from scratch and stamps it. */
export async function buildServer(): Promise<void> {
  const stamp = await currentStamp();
  await rm(standaloneDirectory, { recursive: true, force: true });
  await runStep("Database client", generatePrismaClient);
  await runStep("Database binaries", linkDatabaseLibraries);
  await runStep("Worker and command line", bundleEntries);
  await runStep("Server and pages", async () => {
    await runNode("node_modules/next/dist/bin/next", ["build"]);
    await copyStaticFiles();
  });
  await writeStamp(stamp);
}

/** Whether the build that is there was made from the sources as they are now. */
export async function isBuildCurrent(): Promise<boolean> {
  return (await readStamp()) === (await currentStamp());
}

// Before Next copies them: where the server may not write, it cannot make them up later.
async function linkDatabaseLibraries(): Promise<string | undefined> {
  const linked = await hydrateLinks();
  return linked > 0 ? `${linked} library links` : undefined;
}

/** Next leaves these out of the standalone folder because a CDN might serve them; here nothing else does. */
async function copyStaticFiles(): Promise<void> {
  const inside = (folder: string) => path.join(standaloneDirectory, folder);
  await cp(path.join(projectRoot, ".next/static"), inside(".next/static"), { recursive: true });
  await cp(path.join(projectRoot, "public"), inside("public"), { recursive: true });
}
