import { kernelBase64 } from "./kernel-base64";

/**
 * Writes the dot products of one probe with `rows` consecutive rows as float32 numbers. All arguments but `rows` are in
 * bytes: addresses in the memory, and `rowBytes`, a positive multiple of 64, from one row to the next.
 */
export type DotProducts = (row: number, rows: number, rowBytes: number, probe: number, out: number) => void;

/** The vector kernel over `memory`. @throws CompileError where WebAssembly has no SIMD */
export function loadDotProducts(memory: WebAssembly.Memory): DotProducts {
  const module = new WebAssembly.Module(Buffer.from(kernelBase64, "base64"));
  const instance = new WebAssembly.Instance(module, { search: { memory } });
  return instance.exports.dotProducts as DotProducts;
}
