/** Bytes that stand at a fixed place of a file. */
export interface Signature {
  readonly at: number;
  readonly bytes: readonly number[];
}

/** A format is recognised when every signature of one of its alternatives is in place. */
export type Alternatives = readonly (readonly Signature[])[];

export const ascii = (text: string, at = 0): Signature => ({
  at,
  bytes: Array.from(text, (char) => char.charCodeAt(0)),
});

export const octets = (...bytes: number[]): Signature => ({ at: 0, bytes });

export function matchesAny(bytes: Uint8Array, alternatives: Alternatives): boolean {
  const isInPlace = ({ at, bytes: expected }: Signature) => expected.every((value, i) => bytes[at + i] === value);
  return alternatives.some((alternative) => alternative.every(isInPlace));
}
