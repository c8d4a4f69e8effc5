import type { AlignedFace } from "./aligned-face";
import { type Histogram, histogramOf, linearLight } from "./luminance";
import type { QualityValue } from "./measures";
import { sigmoid, unmeasurable, valued } from "./scalar";

/** Middles of eyes and mouth and the distance of the eyes, in pixels of an aligned face. */
interface Places {
  readonly eyes: readonly [left: readonly [number, number], right: readonly [number, number]];
  readonly mouthY: number;
}

/** Masks of a square on each cheek, half way from eyes to mouth, with sides of 0.3 distances of the eyes. */
export function cheekMasks({ width, height, inside }: AlignedFace, { eyes, mouthY }: Places): Uint8Array[] {
  const [[leftX, leftY], [rightX, rightY]] = eyes;
  const half = 0.15 * Math.abs(rightX - leftX);
  const middleY = ((leftY + rightY) / 2 + mouthY) / 2;
  return [leftX, rightX].map((middleX) => {
    const mask = new Uint8Array(width * height);
    for (let y = Math.max(0, Math.round(middleY - half)); y < Math.min(height, middleY + half); y++) {
      for (let x = Math.max(0, Math.round(middleX - half)); x < Math.min(width, middleX + half); x++) {
        mask[y * width + x] = inside[y * width + x] as number;
      }
    }
    return mask;
  });
}

/** ISO/IEC 29794-5: what the cheeks' histograms of linear luminance have in common, 0..1. */
export function illuminationUniformity(luminance: Uint8Array, cheeks: readonly Uint8Array[]): QualityValue {
  const [left, right] = cheeks.map((mask) => histogramOf(luminance, mask)) as [Histogram, Histogram];
  let common = 0;
  for (let level = 0; level < 256; level++) {
    common += Math.min((left.counts[level] as number) / left.total, (right.counts[level] as number) / right.total);
  }
  return valued(common, 100 * common ** 0.3);
}

const [skinA, skinB] = [
  [5, 25],
  [5, 35],
] as const;
/** Native value where the colour is none of skin. */
const unnatural = 100;

/**
 * ISO/IEC 29794-5: how far the cheeks' mean CIELAB a and b (D50) lie outside 5..25 and 5..35. Below zero, or without any
 * colour at all, as in a grey picture, the skin's colour is not to be seen.
 */
export function naturalColour(rgb: Uint8Array, cheeks: readonly Uint8Array[]): QualityValue {
  const { a, b, isGrey } = meanColour(rgb, cheeks);
  if (Number.isNaN(a)) return unmeasurable;
  const excess = (value: number, [low, high]: readonly [number, number]) => Math.max(0, low - value, value - high);
  const distance = isGrey || a < 0 || b < 0 ? unnatural : Math.hypot(excess(a, skinA), excess(b, skinB));
  return valued(distance, 200 * (1 - sigmoid(distance / 10)));
}

/** Mean CIELAB a and b under the masks. */
function meanColour(rgb: Uint8Array, masks: readonly Uint8Array[]) {
  let [sumA, sumB, count, isGrey] = [0, 0, 0, true];
  for (const mask of masks) {
    for (let i = 0, from = 0; i < mask.length; i++, from += 3) {
      if (!mask[i]) continue;
      const [red, green, blue] = [rgb[from] as number, rgb[from + 1] as number, rgb[from + 2] as number];
      const [a, b] = chromaOf(red, green, blue);
      sumA += a;
      sumB += b;
      count += 1;
      isGrey &&= red === green && green === blue;
    }
  }
  return { a: sumA / count, b: sumB / count, isGrey };
}

/** CIELAB a and b relative to the white D50: linear sRGB through the Bradford-adapted matrix. */
function chromaOf(red: number, green: number, blue: number): readonly [a: number, b: number] {
  const [r, g, b] = [linearLight[red] as number, linearLight[green] as number, linearLight[blue] as number];
  const x = root((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / 0.96422);
  const y = root(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
  const z = root((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / 0.82521);
  return [500 * (x - y), 200 * (y - z)];
}

function root(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
}
