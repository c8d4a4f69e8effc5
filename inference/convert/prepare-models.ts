import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { InferenceError } from "@/inference/inference-error";
import { checksumOf, modelFileName, type NetworkId, networkIds } from "@/inference/models/registry";
import { isIntact } from "@/inference/models/verify-models";
import { convertNetwork } from "./convert-network";

/**
 * Makes sure that `modelsDir` holds every network of the standard pack, converting what is missing or damaged.
 * Returns the networks that were converted. Files appear whole or not at all, also when two processes do this at once.
 * Throws `model_corrupt` when a conversion does not give the expected bytes.
 */
export async function prepareModels(modelsDir: string): Promise<NetworkId[]> {
  await mkdir(modelsDir, { recursive: true });
  const converted: NetworkId[] = [];
  for (const id of networkIds) {
    const file = path.join(modelsDir, modelFileName(id));
    if (await isIntact(file, checksumOf(id))) continue;
    await writeNetwork(id, file);
    converted.push(id);
  }
  return converted;
}

async function writeNetwork(id: NetworkId, file: string): Promise<void> {
  const bytes = await convertNetwork(id);
  const checksum = createHash("sha256").update(bytes).digest("hex");
  if (checksum !== checksumOf(id)) {
    throw new InferenceError("model_corrupt", `The network ${id} converts to ${checksum}, expected ${checksumOf(id)}.`);
  }
  const temporary = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}
