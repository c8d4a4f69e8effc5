import type { AlignedFace } from "./aligned-face";
import type { QualityValue } from "./measures";
import { valued } from "./scalar";

const saturated = 247;
/** Shares of the hull that disturb: of all saturated pixels, and of the largest spot of them. */
const [shareMax, spotMax] = [0.01, 0.005] as const;

/** Saturated light on the hull relative to what disturbs, all of it or the largest spot; half the score at 1. */
export function flare(luminance: Uint8Array, { hull, width }: AlignedFace): QualityValue {
  const isLit = hull.map((value, i) => (value && (luminance[i] as number) >= saturated ? 1 : 0));
  const area = countOf(hull);
  const native = Math.max(countOf(isLit) / area / shareMax, largestSpot(isLit, width) / area / spotMax);
  return valued(native, 100 / (1 + native * native));
}

function countOf(mask: Uint8Array): number {
  return mask.reduce((sum, value) => sum + value, 0);
}

/** Pixels of the largest 8-connected set of ones; empties `mask`. */
function largestSpot(mask: Uint8Array, width: number): number {
  const neighbours = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  let largest = 0;
  for (let start = mask.indexOf(1); start >= 0; start = mask.indexOf(1, start)) {
    const open = [start];
    mask[start] = 0;
    let size = 0;
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      size += 1;
      for (const offset of neighbours) {
        if (mask[i + offset] !== 1) continue;
        mask[i + offset] = 0;
        open.push(i + offset);
      }
    }
    largest = Math.max(largest, size);
  }
  return largest;
}
