import type { QualityValue } from "./measures";
import type { PictureRegion } from "./picture-region";
import { sigmoid, valued } from "./scalar";

/** Side in pixels of JPEG's blocks. */
const blockPx = 8;
/**
 * Ratio that scores half, and how softly: the median photo scores about 50 at JPEG quality 30 and 90 at 75
 * (bench/train/quality/calibrate-measures.ts).
 */
const [half, softness] = [2.75, 0.45] as const;
/** Keeps flat drawings, where a step of one level is a lot, from looking blocky. */
const floorLevels = 0.5;

/**
 * How much the steps between neighbours on the borders of JPEG's blocks exceed those elsewhere, in luma; 1 = no blocks.
 * The borders are looked for at every offset, since a picture may have been cropped or turned after compression; one that
 * was scaled since hides them.
 */
export function compression({ planes: [luma], width, height }: PictureRegion): QualityValue {
  const native = (stepRatio(luma, width, height, 1, width) + stepRatio(luma, height, width, width, 1)) / 2;
  return valued(native, 100 * sigmoid((half - native) / softness));
}

/** Mean step at the strongest offset over the mean of the others, along lines of `length` pixels `along` apart. */
function stepRatio(luma: Float32Array, length: number, lines: number, along: number, across: number): number {
  const sums = new Float64Array(blockPx);
  const counts = new Float64Array(blockPx);
  const at = (i: number) => luma[i] as number;
  for (let line = 0; line < lines; line++) {
    for (let place = 2; place < length - 1; place++) {
      const i = line * across + place * along;
      const step = at(i) - at(i - along);
      const around = (at(i - along) - at(i - 2 * along) + at(i + along) - at(i)) / 2;
      const phase = place % blockPx;
      sums[phase] = (sums[phase] as number) + Math.abs(step - around);
      counts[phase] = (counts[phase] as number) + 1;
    }
  }
  const means = [...sums].map((sum, phase) => sum / (counts[phase] as number));
  const strongest = Math.max(...means);
  const others = (means.reduce((sum, mean) => sum + mean, 0) - strongest) / (blockPx - 1);
  return (strongest + floorLevels) / (others + floorLevels);
}
