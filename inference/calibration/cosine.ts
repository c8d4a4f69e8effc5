/** Cosine of the angle between two embeddings, -1..1. They are of length 1 already, so this is their dot product. */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new RangeError(`${a.length} numbers cannot be compared with ${b.length}.`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return Math.min(1, Math.max(-1, sum));
}
