/** Weights and bias of `x·weights + bias`. */
export interface LinearFit {
  readonly weights: Float32Array;
  readonly bias: number;
}

/**
 * Ridge regression to targets of ±1 in which both classes weigh the same. Solved over samples instead of features, which
 * is exact and fast while there are fewer samples than features. `strength` is relative to the mean squared length of a row.
 */
export function fitRidge(rows: readonly Float32Array[], isYes: readonly boolean[], strength: number): LinearFit {
  const count = rows.length;
  const yes = isYes.filter(Boolean).length;
  const share = isYes.map((value) => 0.5 / (value ? yes : count - yes));
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  for (const [i, row] of rows.entries())
    for (let j = 0; j < width; j++) mean[j] = num(mean[j]) + num(share[i]) * num(row[j]);
  const centred = rows.map((row, i) =>
    Float64Array.from(row, (value, j) => (value - num(mean[j])) * Math.sqrt(num(share[i]))),
  );
  const gram = centred.map((a) => Float64Array.from(centred, (b) => dot(a, b)));
  const penalty = (strength * gram.reduce((sum, row, i) => sum + num(row[i]), 0)) / count;
  for (const [i, row] of gram.entries()) row[i] = num(row[i]) + penalty;
  const targets = isYes.map((value, i) => (value ? 1 : -1) * Math.sqrt(num(share[i])));
  const duals = solveSymmetric(gram, targets);
  const weights = new Float32Array(width);
  for (const [i, row] of centred.entries())
    for (let j = 0; j < width; j++) weights[j] = num(weights[j]) + num(duals[i]) * num(row[j]);
  return { weights, bias: -dot(mean, weights) };
}

export function scoreOf({ weights, bias }: LinearFit, row: Float32Array): number {
  return dot(row, weights) + bias;
}

/** Cholesky; `matrix` is positive definite and is overwritten. */
function solveSymmetric(matrix: Float64Array[], right: readonly number[]): number[] {
  const x = [...right];
  for (const [i, row] of matrix.entries()) {
    for (let j = 0; j <= i; j++) {
      const other = matrix[j] as Float64Array;
      let sum = num(row[j]);
      for (let k = 0; k < j; k++) sum -= num(row[k]) * num(other[k]);
      row[j] = i === j ? Math.sqrt(sum) : sum / num(other[j]);
    }
    let sum = num(x[i]);
    for (let k = 0; k < i; k++) sum -= num(row[k]) * num(x[k]);
    x[i] = sum / num(row[i]);
  }
  for (let i = x.length - 1; i >= 0; i--) {
    let sum = num(x[i]);
    for (let k = i + 1; k < x.length; k++) sum -= num(matrix[k]?.[i]) * num(x[k]);
    x[i] = sum / num(matrix[i]?.[i]);
  }
  return x;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += num(a[i]) * num(b[i]);
  return sum;
}

function num(value: number | undefined): number {
  return value as number;
}
