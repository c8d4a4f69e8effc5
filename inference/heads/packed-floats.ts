/** Numbers as text for a JSON file: little-endian 32-bit floats in base64. */
export function encodeFloats(numbers: Float32Array | Float64Array): string {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [i, value] of numbers.entries()) bytes.writeFloatLE(value, i * 4);
  return bytes.toString("base64");
}

/** The opposite of `encodeFloats`. */
export function decodeFloats(text: string): Float32Array {
  const bytes = Buffer.from(text, "base64");
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
}
