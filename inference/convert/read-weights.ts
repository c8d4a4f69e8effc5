import { readFile } from "node:fs/promises";

/** A dense array as TensorFlow stores it: row-major, last dimension fastest. */
export interface Weight {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** A group of weights and the binary file, beside the manifest, that holds them. */
export interface WeightManifest {
  readonly paths: readonly string[];
  readonly weights: readonly ManifestEntry[];
}

interface ManifestEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int32" | "bool";
  readonly quantization?: {
    readonly dtype: "uint8" | "uint16" | "float16";
    readonly scale?: number;
    readonly min?: number;
  };
}

const bytesPerValue = { float32: 4, int32: 4, bool: 1, uint8: 1, uint16: 2, float16: 2 } as const;

/**
 * Reads all weights of a TensorFlow.js manifest, undoing the quantisation. Integers become floats, which is exact for
 * the shapes and axes that networks hold.
 * Throws when the file is shorter or longer than the manifest says.
 */
export async function readWeights(
  manifest: readonly ManifestEntry[],
  binaryFile: string,
): Promise<Map<string, Weight>> {
  const file = await readFile(binaryFile);
  const bytes = new Uint8Array(file).buffer;
  const weights = new Map<string, Weight>();
  const expected = manifest.reduce((sum, entry) => sum + bytesOf(entry), 0);
  if (expected !== bytes.byteLength)
    throw new Error(`${binaryFile} holds ${bytes.byteLength} bytes, its manifest ${expected}.`);
  let offset = 0;
  for (const entry of manifest) {
    const end = offset + bytesOf(entry);
    weights.set(entry.name, { dims: entry.shape, data: readValues(bytes.slice(offset, end), entry) });
    offset = end;
  }
  return weights;
}

function bytesOf({ shape, dtype, quantization }: ManifestEntry): number {
  const count = shape.reduce((product, size) => product * size, 1);
  return count * bytesPerValue[quantization?.dtype ?? dtype];
}

function readValues(bytes: ArrayBuffer, entry: ManifestEntry): Float32Array {
  const { scale = 1, min = 0 } = entry.quantization ?? {};
  switch (entry.quantization?.dtype ?? entry.dtype) {
    case "float32":
      return new Float32Array(bytes);
    case "int32":
      return Float32Array.from(new Int32Array(bytes));
    case "bool":
      return Float32Array.from(new Uint8Array(bytes));
    case "uint8":
      return Float32Array.from(new Uint8Array(bytes), (value) => value * scale + min);
    case "uint16":
      return Float32Array.from(new Uint16Array(bytes), (value) => value * scale + min);
    case "float16":
      return Float32Array.from(new Uint16Array(bytes), readHalf);
  }
}

/** IEEE 754 binary16 to number. */
function readHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
