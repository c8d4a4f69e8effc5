const bins = 400_000;

/** Counts of cosines, fine enough that a bin is narrower than anything measured with it. */
export interface CosineHistogram {
  readonly count: number;
  /** The lowest cosine (an edge of a bin) that at most `rate` of all counted ones exceed. */
  thresholdAt(rate: number): number;
  /** How many lie at or above a cosine. */
  countFrom(cosine: number): number;
}

/** Cosines of all pairs whose two labels differ. Vectors have length 1. */
export function compareStrangers(vectors: readonly Float32Array[], labels: readonly string[]): CosineHistogram {
  const counts = new Float64Array(bins + 1);
  for (const [i, vector] of vectors.entries()) {
    for (let j = i + 1; j < vectors.length; j++) {
      if (labels[i] === labels[j]) continue;
      const bin = binOf(dot(vector, vectors[j] as Float32Array));
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  return readHistogram(counts);
}

function readHistogram(counts: Float64Array): CosineHistogram {
  // From the top: how many lie in this bin or above.
  const above = Float64Array.from(counts);
  for (let bin = bins - 1; bin >= 0; bin--) above[bin] = (above[bin] as number) + (above[bin + 1] as number);
  const count = above[0] as number;
  return {
    count,
    thresholdAt: (rate) => (firstAtMost(above, rate * count) / bins) * 2 - 1,
    countFrom: (cosine) => above[binOf(cosine)] as number,
  };
}

/** Index of the first number that is at most `most`; the numbers fall. */
function firstAtMost(falling: Float64Array, most: number): number {
  let [low, high] = [0, falling.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((falling[middle] as number) <= most) high = middle;
    else low = middle + 1;
  }
  return low;
}

function binOf(cosine: number): number {
  return Math.min(bins, Math.max(0, Math.floor(((cosine + 1) / 2) * bins)));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
