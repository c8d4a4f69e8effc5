import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { InferenceError } from "@/inference/inference-error";
import { checksumOf, modelFileName, networkIds } from "./registry";

/**
 * Compares every file of the standard pack with its SHA-256. The runtime loads a file with a flipped bit without a word
 * and then answers wrongly, so this runs before every start.
 * Throws `model_missing` or `model_corrupt` naming the file.
 */
export async function verifyModels(modelsDir: string): Promise<void> {
  for (const id of networkIds) {
    const file = path.join(modelsDir, modelFileName(id));
    const checksum = await sha256Of(file);
    if (checksum === undefined) throw new InferenceError("model_missing", `The model file ${file} is missing.`);
    if (checksum !== checksumOf(id)) throw new InferenceError("model_corrupt", `The model file ${file} is damaged.`);
  }
}

/** Whether the file is there with exactly the expected bytes. */
export async function isIntact(file: string, checksum: string): Promise<boolean> {
  return (await sha256Of(file)) === checksum;
}

/** SHA-256 of a file in hexadecimal; undefined when there is none. */
export async function sha256Of(file: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  return hash.digest("hex");
}
