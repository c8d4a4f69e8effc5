import { readFile } from "node:fs/promises";
import path from "node:path";
import initialize from "wabt";

/** Compiles the kernel's source; the same source gives the same bytes. */
export async function compileKernel(): Promise<Buffer> {
  const file = path.join(import.meta.dirname, "dot-products.wat");
  const wabt = await initialize();
  const parsed = wabt.parseWat(file, await readFile(file, "utf8"), { simd: true });
  try {
    parsed.resolveNames();
    parsed.validate();
    return Buffer.from(parsed.toBinary({}).buffer);
  } finally {
    parsed.destroy();
  }
}
