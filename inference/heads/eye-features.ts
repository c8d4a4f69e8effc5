import { greyOf } from "@/inference/image/grey";

const sidePx = 64;
/** Where the lids lie in the crop, in cells of 8 pixels: 6 x 4 of them. */
const [left, top, columns, rows, cellPx] = [8, 16, 6, 4, 8] as const;
const directions = 8;
const lidPoints = 7;
/** Gaps between the lids weigh as much as all gradients together at about this factor. */
const gapWeight = 10;

/**
 * What the eye head looks at: histograms of gradients around the lids (Dalal and Triggs 2005, one block, square roots)
 * and seven gaps between the lids of the iris network, as shares of the eye's width. `crop` is 64 x 64 RGB.
 */
export function eyeFeatures(crop: Uint8Array, points: Float32Array): Float32Array {
  const gradients = gradientsOf(greyOf(crop));
  const features = new Float32Array(gradients.length + lidPoints);
  const length = Math.hypot(...gradients) + 1e-6;
  for (const [i, value] of gradients.entries()) features[i] = Math.sqrt(value / length);
  const width = distance(points, 0, 8) + 1e-6;
  for (let i = 1; i <= lidPoints; i++) {
    features[gradients.length + i - 1] = (gapWeight * distance(points, i, i + 8)) / width;
  }
  return features;
}

function gradientsOf(grey: Uint8Array): Float32Array {
  const sums = new Float32Array(columns * rows * directions);
  for (let y = top; y < top + rows * cellPx; y++) {
    for (let x = left; x < left + columns * cellPx; x++) {
      const at = y * sidePx + x;
      const across = (grey[at + 1] as number) - (grey[at - 1] as number);
      const down = (grey[at + sidePx] as number) - (grey[at - sidePx] as number);
      const turn = Math.atan2(down, across) / (2 * Math.PI);
      const direction = Math.min(directions - 1, Math.floor((turn < 0 ? turn + 1 : turn) * directions));
      const cell = Math.floor((y - top) / cellPx) * columns + Math.floor((x - left) / cellPx);
      const target = cell * directions + direction;
      sums[target] = (sums[target] as number) + Math.hypot(across, down);
    }
  }
  return sums;
}

function distance(points: Float32Array, a: number, b: number): number {
  const x = (points[a * 3] as number) - (points[b * 3] as number);
  const y = (points[a * 3 + 1] as number) - (points[b * 3 + 1] as number);
  return Math.hypot(x, y);
}
