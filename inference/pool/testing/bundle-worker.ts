import { mkdtemp, rm, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";

export interface BundledWorker {
  /** Path of the compiled entry. */
  readonly file: string;
  remove(): Promise<void>;
}

/**
 * Compiles a TypeScript worker entry to JavaScript in a temporary directory, as the real build does: packages stay
 * outside the bundle and are found through a link to the project's `node_modules`.
 *
 * @param entry path from the project root
 */
export async function bundleWorker(entry: string): Promise<BundledWorker> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "mien-worker-"));
  const file = path.join(directory, "worker.mjs");
  await symlink(path.resolve("node_modules"), path.join(directory, "node_modules"), "junction");
  await build({
    entryPoints: [path.resolve(entry)],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "error",
  });
  return { file, remove: () => rm(directory, { recursive: true, force: true }) };
}
