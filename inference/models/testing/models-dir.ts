import path from "node:path";
import { prepareModels } from "@/inference/convert/prepare-models";

let prepared: Promise<string> | undefined;

/**
 * Folder with every network of the standard pack, converted where needed. Test files, runs and processes share it:
 * `MODELS_DIR`, or a cache inside `node_modules`.
 */
export function testModelsDir(): Promise<string> {
  prepared ??= prepareModelsDir();
  return prepared;
}

async function prepareModelsDir(): Promise<string> {
  const folder = path.resolve(process.env.MODELS_DIR ?? "node_modules/.cache/mien-models");
  await prepareModels(folder);
  return folder;
}
