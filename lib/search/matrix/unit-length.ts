/** Length may differ from 1 by this much, which is far more than float32 rounding makes of it. */
const tolerance = 1e-5;

function lengthOf(values: Float32Array): number {
  let sum = 0;
  // By index: an iterator takes longer than all the rest of adding a face.
  for (let index = 0; index < values.length; index += 1) sum += (values[index] ?? 0) ** 2;
  return Math.sqrt(sum);
}

/** The same direction with length 1, the very numbers when it has that; null for what has none: zeros, NaN, infinities. */
export function toUnitLength(values: Float32Array): Float32Array | null {
  const length = lengthOf(values);
  if (!(length > 0 && Number.isFinite(length))) return null;
  return Math.abs(length - 1) <= tolerance ? values : values.map((value) => value / length);
}

/** Cosine of the angle between two vectors of the same length other than 0, in double precision, -1 to 1. */
export function exactCosine(one: Float32Array, other: Float32Array): number {
  let dot = 0;
  let square = 0;
  let otherSquare = 0;
  for (let index = 0; index < one.length; index += 1) {
    const a = one[index] ?? 0;
    const b = other[index] ?? 0;
    dot += a * b;
    square += a * a;
    otherSquare += b * b;
  }
  return Math.max(-1, Math.min(1, dot / Math.sqrt(square * otherSquare)));
}

/**
 * How far a dot product of two such vectors, added up in float32 in any order, can be from the exact cosine: the bound
 * n·u of Higham, Accuracy and Stability of Numerical Algorithms (2nd ed.), section 3.1, with u = 2^-24, and what the
 * lengths may differ from 1.
 */
export function cosineErrorMax(numbers: number): number {
  return (numbers + 2) * 2 ** -23 + 3 * tolerance;
}
