import { readFile } from "node:fs/promises";
import { decodeImage } from "@/inference/image/decode";
import type { RgbImage } from "@/inference/image/rgb-image";

/** Reads a photo through the same door as a request. */
export async function readPhoto(file: string): Promise<RgbImage> {
  return decodeImage(await readFile(file), { pixelsMax: 40_000_000, sideMax: 16_384, timeoutMs: 5_000 });
}
