import { mkdtemp, rm, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { modelFileName, networkIds } from "@/inference/models/registry";
import { testModelsDir } from "./models-dir";

/** Lends a new models folder with links to all networks; a test may remove or replace what it likes. */
export async function withModelLinks<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const source = await testModelsDir();
  const folder = await mkdtemp(path.join(os.tmpdir(), "mien-models-"));
  try {
    for (const name of networkIds.map(modelFileName)) await symlink(path.join(source, name), path.join(folder, name));
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
