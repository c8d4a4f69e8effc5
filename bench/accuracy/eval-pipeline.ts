import { readFile } from "node:fs/promises";
import { prepareModels } from "@/inference/convert/prepare-models";
import { decodeImage } from "@/inference/image/decode";
import type { RgbImage } from "@/inference/image/rgb-image";
import { createPipeline, type Pipeline } from "@/inference/pipeline/pipeline";

/** The pipeline as a worker runs it, on one thread, so that times compare. */
export async function createEvalPipeline(modelsDir: string): Promise<Pipeline> {
  await prepareModels(modelsDir);
  return createPipeline({ modelsDir, intraOpThreads: 1 });
}

export async function readPhoto(file: string): Promise<RgbImage> {
  return decodeImage(await readFile(file), { pixelsMax: 40_000_000, sideMax: 16_384, timeoutMs: 5_000 });
}
