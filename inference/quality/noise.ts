import type { QualityValue } from "./measures";
import type { PictureRegion } from "./picture-region";
import { sigmoid, valued } from "./scalar";

/** Grey levels that score half, and how softly. */
const [half, softness] = [5, 1.5] as const;
/** Share of the pixels, those with the strongest edges, that say more of the face than of the noise. */
const edgeShare = 0.2;
/** Pixels with strong edges are noisier ones too; measured on photos with added noise (calibrate-measures.ts). */
const biasCorrection = 1.5;
/** More samples do not make the estimate better. */
const samplesMax = 60_000;

/**
 * Immerkær 1996: standard deviation of the noise from the mean of a filter that lets neither edges nor slopes through,
 * in the picture's own pixels. The strongest of luma and the two chroma planes counts, since compression takes the noise
 * out of luma first.
 */
export function noise(region: PictureRegion): QualityValue {
  const native = Math.max(...region.planes.map((plane) => deviationOf(plane, region)));
  return valued(native, 100 * sigmoid((half - native) / softness));
}

function deviationOf(plane: Float32Array, { mask, width, height }: PictureRegion): number {
  const step = Math.max(1, Math.round(Math.sqrt((width * height) / samplesMax)));
  const at = (i: number) => plane[i] as number;
  const [edges, responses]: [number[], number[]] = [[], []];
  for (let y = 1; y < height - 1; y += step) {
    for (let x = 1; x < width - 1; x += step) {
      const i = y * width + x;
      if (!mask[i]) continue;
      edges.push(Math.abs(at(i + 1) - at(i - 1)) + Math.abs(at(i + width) - at(i - width)));
      const sides = at(i - 1) + at(i + 1) + at(i - width) + at(i + width);
      const corners = at(i - width - 1) + at(i - width + 1) + at(i + width - 1) + at(i + width + 1);
      responses.push(Math.abs(corners - 2 * sides + 4 * at(i)));
    }
  }
  const mean = meanAtLowest(responses, edges, Math.ceil((1 - edgeShare) * edges.length));
  return (biasCorrection * Math.sqrt(Math.PI / 2) * mean) / 6;
}

/** Mean of the `count` values whose keys are the lowest, the first of equal ones. */
function meanAtLowest(values: readonly number[], keys: readonly number[], count: number): number {
  const sorted = Float64Array.from(keys).sort();
  const border = sorted[count - 1] as number;
  let [sum, atBorder] = [0, count - sorted.indexOf(border)];
  for (const [i, key] of keys.entries()) {
    if (key > border) continue;
    if (key < border || atBorder > 0) sum += values[i] as number;
    if (key === border) atBorder -= 1;
  }
  return sum / count;
}
