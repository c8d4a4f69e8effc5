import { warpCrop } from "@/inference/geometry/warp";
import { greyOf } from "@/inference/image/grey";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { QualityValue } from "./measures";
import { sigmoid, valued } from "./scalar";

/** Longer side at which the picture is searched. */
const longSidePx = 144;
/** Marks are faint and everywhere: no edge of the scene may outweigh them. */
const residualMax = 6;
/** Marks nearer to each other than this cannot be told from texture. */
const lagMin = 14;
/** Correlation that counts as half a watermark, and how softly; few natural photos come near. */
const [half, softness] = [0.3, 0.04] as const;

/** The faces of a picture share the answer. */
const answers = new WeakMap<RgbImage, QualityValue>();

/** `searchWatermark`, once for each picture. */
export function watermark(image: RgbImage): QualityValue {
  const answer = answers.get(image) ?? searchWatermark(image);
  answers.set(image, answer);
  return answer;
}

/**
 * Evidence for a faint mark repeated over the picture, 0..1: the strongest correlation of the fine detail with itself
 * shifted. One single mark goes unseen, since without a trained network it cannot be told from the scene.
 */
function searchWatermark(image: RgbImage): QualityValue {
  const scale = Math.max(1, Math.max(image.width, image.height) / longSidePx);
  const [width, height] = [Math.floor(image.width / scale), Math.floor(image.height / scale)];
  const grey = greyOf(warpCrop(image, { a: scale, b: 0, tx: 0, ty: 0 }, width, height));
  const peak = strongestRepetition(fineDetail(grey, width, height), width, height);
  const native = sigmoid((peak - half) / softness);
  return valued(native, 100 * (1 - native));
}

/** What a 5 x 5 mean leaves over, clipped. */
function fineDetail(grey: Uint8Array, width: number, height: number): Float32Array {
  const detail = new Float32Array(grey.length);
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      let sum = 0;
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) sum += grey[(y + dy) * width + x + dx] as number;
      const rest = (grey[y * width + x] as number) - sum / 25;
      detail[y * width + x] = Math.max(-residualMax, Math.min(residualMax, rest));
    }
  }
  return detail;
}

function strongestRepetition(detail: Float32Array, width: number, height: number): number {
  let strongest = 0;
  for (let down = 0; down <= height / 2; down += 1) {
    for (let right = -(width >> 1); right <= width / 2; right += 1) {
      if (Math.hypot(right, down) < lagMin) continue;
      strongest = Math.max(strongest, correlationAt(detail, width, height, right, down));
    }
  }
  return strongest;
}

/** Correlation with itself shifted, from every third pixel of every third row. */
function correlationAt(detail: Float32Array, width: number, height: number, right: number, down: number): number {
  let [product, first, second] = [0, 1e-9, 1e-9];
  const [from, to] = [Math.max(0, -right), Math.min(width, width - right)];
  for (let y = 0; y < height - down; y += 3) {
    const [row, other] = [y * width, (y + down) * width + right];
    for (let x = from; x < to; x += 3) {
      const [a, b] = [detail[row + x] as number, detail[other + x] as number];
      product += a * b;
      first += a * a;
      second += b * b;
    }
  }
  return product / Math.sqrt(first * second);
}
