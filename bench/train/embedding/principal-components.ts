/** The directions in which rows vary most, largest variance first, and the variances along them. */
export interface PrincipalComponents {
  readonly mean: Float64Array;
  readonly directions: readonly Float64Array[];
  readonly variances: readonly number[];
}

const iterations = 60;

/** Orthogonal iteration from fixed starting directions, so that the same rows give the same answer. They must vary in every direction. */
export function findPrincipalComponents(rows: readonly Float32Array[], count: number): PrincipalComponents {
  const { mean, covariance } = describe(rows);
  // More directions than asked for converge alongside: the last ones asked for would be slow to settle otherwise.
  let basis = startingBasis(Math.min(mean.length, count + 32), mean.length);
  for (let step = 0; step < iterations; step++) {
    basis = orthonormalize(basis.map((direction) => multiply(covariance, direction)));
  }
  const found = basis.map((direction) => ({ direction, variance: dot(direction, multiply(covariance, direction)) }));
  const best = found.toSorted((a, b) => b.variance - a.variance).slice(0, count);
  return {
    mean,
    directions: best.map(({ direction }) => direction),
    variances: best.map(({ variance }) => variance),
  };
}

function describe(rows: readonly Float32Array[]): { mean: Float64Array; covariance: Float64Array[] } {
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  for (const row of rows) for (let i = 0; i < width; i++) mean[i] = at(mean, i) + at(row, i) / rows.length;
  const covariance = Array.from({ length: width }, () => new Float64Array(width));
  for (const row of rows) {
    const centred = Float64Array.from(row, (value, i) => value - at(mean, i));
    for (const [i, line] of covariance.entries()) {
      const factor = at(centred, i) / rows.length;
      for (let j = 0; j < width; j++) line[j] = at(line, j) + factor * at(centred, j);
    }
  }
  return { mean, covariance };
}

/** Cosines of different frequencies: different from one another and from anything that photos contain. */
function startingBasis(count: number, width: number): Float64Array[] {
  return orthonormalize(
    Array.from({ length: count }, (_, i) =>
      Float64Array.from({ length: width }, (_, j) => Math.cos((i + 1) * (j + 0.5) * 0.7)),
    ),
  );
}

/** Gram and Schmidt's method, each direction against the finished ones. */
function orthonormalize(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = Float64Array.from(vector);
    for (const other of done) {
      const share = dot(rest, other);
      for (let i = 0; i < rest.length; i++) rest[i] = at(rest, i) - share * at(other, i);
    }
    const length = Math.sqrt(dot(rest, rest));
    done.push(rest.map((value) => value / length));
  }
  return done;
}

function multiply(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

function at(vector: Float32Array | Float64Array, index: number): number {
  return vector[index] as number;
}
