import { readFile } from "node:fs/promises";
import path from "node:path";
import initialize from "wabt";

/** Far more than any cache holds. */
const bytes = 512 * 1024 ** 2;
const pageBytes = 65_536;

type ReadAll = (at: number, end: number) => number;

async function loadReadAll(memory: WebAssembly.Memory): Promise<ReadAll> {
  const file = path.join(import.meta.dirname, "read-all.wat");
  const wabt = await initialize();
  const parsed = wabt.parseWat(file, await readFile(file, "utf8"), { simd: true });
  const module = new WebAssembly.Module(new Uint8Array(parsed.toBinary({}).buffer));
  return new WebAssembly.Instance(module, { bench: { memory } }).exports.readAll as ReadAll;
}

/** Reads main memory as fast as one thread can, in two ways. Each call goes on behind the last one. */
export interface MemoryReader {
  /** With WebAssembly's vectors, as the search does. */
  readVectors(count: number): void;
  /** With the C library's `memcmp`, which has wider ones. */
  compare(count: number): void;
}

export async function createMemoryReader(): Promise<MemoryReader> {
  const pages = bytes / pageBytes;
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  new Uint8Array(memory.buffer).fill(7);
  const readAll = await loadReadAll(memory);
  let at = 0;
  const next = (count: number) => {
    const start = at + count > bytes ? 0 : at;
    at = start + count;
    return start;
  };
  return {
    readVectors: (count) => {
      const start = next(count);
      readAll(start, start + count);
    },
    compare: (count) => {
      const start = next(count);
      const one = Buffer.from(memory.buffer, start, count / 2);
      if (!one.equals(Buffer.from(memory.buffer, start + count / 2, count / 2))) throw new Error("memory changed");
    },
  };
}
