/** Linear light of 8-bit sRGB codes, 0..1 (IEC 61966-2-1). */
export const linearLight = Float64Array.from({ length: 256 }, (_, code) => {
  const value = code / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** Linear luminance of RGB bytes, 0..255 rounded, one byte a pixel: how ISO/IEC 29794-5's reference measures light. */
export function luminanceOf(rgb: Uint8Array): Uint8Array {
  const luminance = new Uint8Array(rgb.length / 3);
  for (let i = 0, from = 0; i < luminance.length; i++, from += 3) {
    const red = linearLight[rgb[from] as number] as number;
    const green = linearLight[rgb[from + 1] as number] as number;
    const blue = linearLight[rgb[from + 2] as number] as number;
    luminance[i] = 255 * (0.2126 * red + 0.7152 * green + 0.0722 * blue) + 0.5;
  }
  return luminance;
}

/** How often each of 256 levels occurs where the mask is 1. */
export interface Histogram {
  readonly counts: Float64Array;
  readonly total: number;
}

export function histogramOf(levels: Uint8Array, mask: Uint8Array): Histogram {
  const counts = new Float64Array(256);
  let total = 0;
  for (let i = 0; i < levels.length; i++) {
    if (!mask[i]) continue;
    counts[levels[i] as number] = (counts[levels[i] as number] as number) + 1;
    total += 1;
  }
  return { counts, total };
}

/** Share of the pixels with a level from `low` to `high`. */
export function shareBetween({ counts, total }: Histogram, low: number, high: number): number {
  return counts.subarray(low, high + 1).reduce((sum, count) => sum + count, 0) / total;
}

/** The lowest level that at least `share` of the pixels do not exceed. */
export function percentileOf({ counts, total }: Histogram, share: number): number {
  let below = 0;
  for (const [level, count] of counts.entries()) {
    below += count;
    if (below >= share * total) return level;
  }
  return 255;
}

/** Mean and variance of the levels as shares of 255. */
export function momentsOf({ counts, total }: Histogram): { readonly mean: number; readonly variance: number } {
  let [sum, squares] = [0, 0];
  for (const [level, count] of counts.entries()) {
    sum += (count * level) / 255;
    squares += count * (level / 255) ** 2;
  }
  const mean = sum / total;
  return { mean, variance: squares / total - mean * mean };
}
