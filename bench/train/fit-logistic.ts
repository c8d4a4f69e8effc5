/** `probability = 1 / (1 + exp(-(slope * score + intercept)))`. */
export interface Logistic {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Platt 1999: logistic regression on one score, with targets pulled in by one imagined sample of the other class each,
 * since separable scores would otherwise give an endless slope. Newton's method.
 */
export function fitLogistic(scores: readonly number[], isYes: readonly boolean[]): Logistic {
  const yes = isYes.filter(Boolean).length;
  const [high, low] = [(yes + 1) / (yes + 2), 1 / (scores.length - yes + 2)];
  let [slope, intercept] = [1, 0];
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const [i, score] of scores.entries()) {
      const p = 1 / (1 + Math.exp(-(slope * score + intercept)));
      const error = p - (isYes[i] ? high : low);
      const spread = p * (1 - p);
      g0 += error * score;
      g1 += error;
      h00 += spread * score * score;
      h01 += spread * score;
      h11 += spread;
    }
    const determinant = h00 * h11 - h01 * h01;
    slope -= (h11 * g0 - h01 * g1) / determinant;
    intercept -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, intercept };
}
