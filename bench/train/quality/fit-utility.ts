import { meanOf } from "@/bench/mean";
import { standardised, type UtilityFit } from "@/inference/quality/unified";

/** A face, and how likely it passes as the person it shows, 0..1. */
export interface UtilitySample {
  readonly features: Float64Array;
  readonly target: number;
}

const steps = 3000;
const rate = 0.02;

/**
 * Logistic regression on soft targets with a quadratic penalty of `strength`, by Adam (Kingma and Ba 2015) over all
 * samples at once. No weight falls below 0: a better feature must never lower the score, whatever the samples say.
 */
export function fitUtility(samples: readonly UtilitySample[], strength: number): UtilityFit {
  const width = samples[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, j) => samples.map(({ features }) => features[j] as number));
  const means = columns.map(meanOf);
  const deviations = columns.map((column, j) =>
    Math.max(1e-6, Math.sqrt(meanOf(column.map((value) => (value - (means[j] as number)) ** 2)))),
  );
  const rows = samples.map(({ features }) => {
    const z = standardised({ means, deviations }, features);
    return Float64Array.of(1, ...z);
  });
  const [bias = 0, ...weights] = descend(
    rows,
    samples.map(({ target }) => target),
    strength,
  );
  return { means, deviations, weights, bias };
}

function descend(rows: readonly Float64Array[], targets: readonly number[], strength: number): Float64Array {
  const count = rows[0]?.length ?? 0;
  const [weights, first, second] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let step = 1; step <= steps; step++) {
    const gradient = Float64Array.from(weights, (weight, j) => (j === 0 ? 0 : strength * weight));
    for (const [i, row] of rows.entries()) {
      let logit = 0;
      for (let j = 0; j < count; j++) logit += (weights[j] as number) * (row[j] as number);
      const error = (1 / (1 + Math.exp(-logit)) - (targets[i] as number)) / rows.length;
      for (let j = 0; j < count; j++) gradient[j] = (gradient[j] as number) + error * (row[j] as number);
    }
    for (let j = 0; j < count; j++) {
      const slope = gradient[j] as number;
      first[j] = 0.9 * (first[j] as number) + 0.1 * slope;
      second[j] = 0.999 * (second[j] as number) + 0.001 * slope * slope;
      const [mean, spread] = [(first[j] as number) / (1 - 0.9 ** step), (second[j] as number) / (1 - 0.999 ** step)];
      const moved = (weights[j] as number) - (rate * mean) / (Math.sqrt(spread) + 1e-8);
      weights[j] = j === 0 ? moved : Math.max(0, moved);
    }
  }
  return weights;
}
