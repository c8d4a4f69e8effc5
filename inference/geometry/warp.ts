import type { RgbImage } from "@/inference/image/rgb-image";
import { applyTo, type Similarity, scaleOf } from "./similarity";

/** More taps than this along an edge cost time and no longer change what a network sees. */
const tapsMax = 4;

/**
 * Cuts a crop of `width` x `height` pixels (a square when only one is given) out of an image; `transform` maps crop to
 * image. Bilinear; where the crop shrinks the image by more than two, several taps a pixel are averaged, because single
 * taps would skip pixels. Outside, the edge pixels repeat. Returns RGB bytes, row by row.
 */
export function warpCrop(image: RgbImage, transform: Similarity, width: number, height = width): Uint8Array {
  const taps = Math.min(tapsMax, Math.max(1, Math.ceil(scaleOf(transform) / 2)));
  const sums = new Float32Array(width * height * 3);
  for (let tapY = 0; tapY < taps; tapY++) {
    for (let tapX = 0; tapX < taps; tapX++) {
      addSamples(image, transform, sums, width, (tapX + 0.5) / taps, (tapY + 0.5) / taps);
    }
  }
  const share = 1 / (taps * taps);
  const crop = new Uint8Array(sums.length);
  for (let i = 0; i < sums.length; i++) crop[i] = (sums[i] as number) * share + 0.5;
  return crop;
}

/** Adds one bilinear sample per crop pixel, taken at the given offset (0..1) inside the pixel. */
function addSamples(
  image: RgbImage,
  transform: Similarity,
  sums: Float32Array,
  width: number,
  offsetX: number,
  offsetY: number,
): void {
  const { data } = image;
  const stride = image.width * 3;
  const [lastX, lastY] = [image.width - 1, image.height - 1];
  const { a, b } = transform;
  for (let target = 0, row = 0; target < sums.length; row++) {
    const [startX, startY] = applyTo(transform, [offsetX, row + offsetY]);
    for (let column = 0; column < width; column++, target += 3) {
      const x = clamp(startX - 0.5 + a * column, lastX);
      const y = clamp(startY - 0.5 + b * column, lastY);
      const [left, top] = [x | 0, y | 0];
      const right = x - left;
      const below = y - top;
      const at = top * stride + left * 3;
      const stepX = left < lastX ? 3 : 0;
      const stepY = top < lastY ? stride : 0;
      for (let channel = 0; channel < 3; channel++) {
        const i = at + channel;
        const upper = (data[i] as number) + ((data[i + stepX] as number) - (data[i] as number)) * right;
        const low = data[i + stepY] as number;
        const lower = low + ((data[i + stepY + stepX] as number) - low) * right;
        sums[target + channel] = (sums[target + channel] as number) + upper + (lower - upper) * below;
      }
    }
  }
}

function clamp(value: number, last: number): number {
  return value < 0 ? 0 : value > last ? last : value;
}
