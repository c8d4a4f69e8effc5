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
  const starts = new Float64Array(2 * taps * taps);
  const crop = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    placeTaps(transform, row, taps, starts);
    fillRow(image, transform, starts, crop, row * width * 3, (row + 1) * width * 3);
  }
  return crop;
}

/** Where in the image the taps of a row's first pixel lie: x and y of each. */
function placeTaps(transform: Similarity, row: number, taps: number, starts: Float64Array): void {
  let at = 0;
  for (let tapY = 0; tapY < taps; tapY++) {
    for (let tapX = 0; tapX < taps; tapX++) {
      const [x, y] = applyTo(transform, [(tapX + 0.5) / taps, row + (tapY + 0.5) / taps]);
      starts[at++] = x - 0.5;
      starts[at++] = y - 0.5;
    }
  }
}

// A picture of a crowd is cut more than a thousand times: one loop, and nothing is made in it.
/** Fills the bytes `from` to `to` of a crop, which are one row. Sums are float32: all that is fitted saw such crops. */
function fillRow(
  { data, width, height }: RgbImage,
  { a, b }: Similarity,
  starts: Float64Array,
  crop: Uint8Array,
  from: number,
  to: number,
): void {
  const stride = width * 3;
  const [lastX, lastY] = [width - 1, height - 1];
  const share = 2 / starts.length;
  for (let target = from, column = 0; target < to; target += 3, column++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let tap = 0; tap < starts.length; tap += 2) {
      const x = clamp((starts[tap] as number) + a * column, lastX);
      const y = clamp((starts[tap + 1] as number) + b * column, lastY);
      const left = x | 0;
      const top = y | 0;
      const right = x - left;
      const below = y - top;
      const upper = top * stride + left * 3;
      const lower = top < lastY ? upper + stride : upper;
      const next = left < lastX ? 3 : 0;
      red = addSample(red, data, upper, lower, next, right, below);
      green = addSample(green, data, upper + 1, lower + 1, next, right, below);
      blue = addSample(blue, data, upper + 2, lower + 2, next, right, below);
    }
    crop[target] = red * share + 0.5;
    crop[target + 1] = green * share + 0.5;
    crop[target + 2] = blue * share + 0.5;
  }
}

/** One bilinear sample of one channel on top of a sum; `right` and `below` are shares of a pixel. */
function addSample(
  sum: number,
  data: Uint8Array,
  upper: number,
  lower: number,
  next: number,
  right: number,
  below: number,
): number {
  const first = data[upper] as number;
  const above = first + ((data[upper + next] as number) - first) * right;
  const second = data[lower] as number;
  const under = second + ((data[lower + next] as number) - second) * right;
  return Math.fround(sum + above + (under - above) * below);
}

function clamp(value: number, last: number): number {
  return value < 0 ? 0 : value > last ? last : value;
}
