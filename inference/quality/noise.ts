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
  const samples: { readonly edge: number; readonly response: number }[] = [];
  for (let y = 1; y < height - 1; y += step) {
    for (let x = 1; x < width - 1; x += step) {
      const i = y * width + x;
      if (!mask[i]) continue;
      const edge = Math.abs(at(i + 1) - at(i - 1)) + Math.abs(at(i + width) - at(i - width));
      const sides = at(i - 1) + at(i + 1) + at(i - width) + at(i + width);
      const corners = at(i - width - 1) + at(i - width + 1) + at(i + width - 1) + at(i + width + 1);
      samples.push({ edge, response: Math.abs(corners - 2 * sides + 4 * at(i)) });
    }
  }
  const even = samples.toSorted((a, b) => a.edge - b.edge).slice(0, Math.ceil((1 - edgeShare) * samples.length));
  const mean = even.reduce((sum, { response }) => sum + response, 0) / even.length;
  return (biasCorrection * Math.sqrt(Math.PI / 2) * mean) / 6;
}
