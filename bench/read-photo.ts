import { readFile } from "node:fs/promises";
import { warpCrop } from "@/inference/geometry/warp";
import { decodeImage } from "@/inference/image/decode";
import type { RgbImage } from "@/inference/image/rgb-image";

/** Decodes a photo and repeats its edges `marginPx` outwards: detectors miss faces that fill the whole picture. */
export async function readPhoto(file: string, marginPx = 0): Promise<RgbImage> {
  const image = await decodeImage(await readFile(file), { pixelsMax: 50_000_000, sideMax: 16_384, timeoutMs: 10_000 });
  if (marginPx === 0) return image;
  const [width, height] = [image.width + 2 * marginPx, image.height + 2 * marginPx];
  return { data: warpCrop(image, { a: 1, b: 0, tx: -marginPx, ty: -marginPx }, width, height), width, height };
}
