/** One place to learn from; the weight says how much a photo collection counts. */
export interface Sample {
  readonly features: readonly number[];
  readonly isFace: boolean;
  readonly weight: number;
}

export interface ManyFit {
  readonly bias: number;
  readonly weights: number[];
}

/** Pulls standardised weights towards zero, so that two features which say the same share the work. */
const ridge = 1e-3;

/** Weighted logistic regression on several features by gradient descent with momentum; deterministic. */
export function fitMany(samples: readonly Sample[]): ManyFit {
  const count = samples[0]?.features.length ?? 0;
  const scales = Array.from({ length: count }, (_, i) => spreadOf(samples.map(({ features }) => features[i] ?? 0)));
  const rows = samples.map(({ features }) =>
    features.map((x, i) => (x - (scales[i]?.mean ?? 0)) / (scales[i]?.deviation ?? 1)),
  );
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const parameters = new Float64Array(count + 1);
  const velocity = new Float64Array(count + 1);
  for (let step = 0; step < 4_000; step += 1) {
    const gradient = Float64Array.from(parameters, (value, i) => (i < count ? ridge * value : 0));
    for (const [n, row] of rows.entries()) {
      const { isFace, weight } = samples[n] as Sample;
      const sum = row.reduce((s, x, i) => s + x * (parameters[i] ?? 0), parameters[count] ?? 0);
      const error = ((1 / (1 + Math.exp(-sum)) - (isFace ? 1 : 0)) * weight) / total;
      for (const [i, x] of row.entries()) gradient[i] = (gradient[i] ?? 0) + error * x;
      gradient[count] = (gradient[count] ?? 0) + error;
    }
    for (const i of parameters.keys()) {
      velocity[i] = 0.95 * (velocity[i] ?? 0) - 0.2 * (gradient[i] ?? 0);
      parameters[i] = (parameters[i] ?? 0) + (velocity[i] ?? 0);
    }
  }
  const weights = scales.map(({ deviation }, i) => (parameters[i] ?? 0) / deviation);
  const bias = weights.reduce((sum, weight, i) => sum - weight * (scales[i]?.mean ?? 0), parameters[count] ?? 0);
  return { bias: round(bias), weights: weights.map(round) };
}

function spreadOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
