import { greyOf } from "@/inference/image/grey";
import type { AlignedFace } from "./aligned-face";
import type { QualityValue } from "./measures";
import { sigmoid, valued } from "./scalar";

/** Pixels between the eyes at which sharpness is measured: at one size, or large faces would all look blurred. */
export const sharpnessEyesPx = 60;
/**
 * log10 of the variance that scores half, and how softly: at this size the median photo scores 80 after a blur of 1 px and
 * 20 after one of 3 px (bench/train/quality/calibrate-measures.ts).
 */
const [half, softness] = [0.695, 0.321] as const;

/**
 * Variance of the 4-neighbour Laplacian of the hull after a 3 x 3 binomial filter, as log10. The Laplacian is the first
 * of the features behind ISO/IEC 29794-5's sharpness. A face with fewer pixels than it is measured at is enlarged
 * and lacks detail then, as it should.
 */
export function sharpness({ rgb, width, height, hull }: AlignedFace): QualityValue {
  const smooth = blurBinomial(greyOf(rgb), width, height);
  const at = (i: number) => smooth[i] as number;
  let [sum, squares, count] = [0, 0, 0];
  for (let y = 2; y < height - 2; y++) {
    for (let i = y * width + 2; i < y * width + width - 2; i++) {
      if (!hull[i]) continue;
      const value = at(i - 1) + at(i + 1) + at(i - width) + at(i + width) - 4 * at(i);
      sum += value;
      squares += value * value;
      count += 1;
    }
  }
  const variance = squares / count - (sum / count) ** 2;
  const native = Math.log10(Math.max(variance, 1e-3));
  return valued(native, 100 * sigmoid((native - half) / softness));
}

/** Weights 1 2 1 along both axes; the outermost pixels stay 0. */
function blurBinomial(grey: Uint8Array, width: number, height: number): Float32Array {
  const rows = new Float32Array(grey.length);
  const smooth = new Float32Array(grey.length);
  for (let i = 1; i < grey.length - 1; i++) {
    rows[i] = ((grey[i - 1] as number) + 2 * (grey[i] as number) + (grey[i + 1] as number)) / 4;
  }
  for (let i = width; i < width * (height - 1); i++) {
    smooth[i] = ((rows[i - width] as number) + 2 * (rows[i] as number) + (rows[i + width] as number)) / 4;
  }
  return smooth;
}
