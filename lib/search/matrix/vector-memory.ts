import { type DotProducts, loadDotProducts } from "@/lib/search/kernel/dot-products";

/** Rows are kept in blocks of this many bytes, one after the other: what a page of WebAssembly has. */
export const blockBytes = 65_536;
/** What 32 bits address, the most that one WebAssembly memory holds. */
export const memoryBytesMax = 65_536 * blockBytes;
// Asking for more at once is cheaper, and what is not written to yet takes no memory.
const growthBlocks = 64;

/** There is no room for another block. */
export class MemoryFullError extends Error {
  override readonly name = "MemoryFullError";
}

/** One memory of blocks for all matrices of this thread. The first block is room for probes and results. */
export class VectorMemory {
  readonly dotProducts: DotProducts;
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: memoryBytesMax / blockBytes });
  readonly #blocksMax: number;
  /** Addresses of blocks given back. */
  readonly #free: number[] = [];
  #nextBlock = 1;
  #blocks = 1;
  #floats = new Float32Array(this.#memory.buffer);

  /** @param bytesMax rounded down to blocks; at most `memoryBytesMax` */
  constructor(bytesMax = memoryBytesMax) {
    this.#blocksMax = Math.floor(Math.min(bytesMax, memoryBytesMax) / blockBytes);
    this.dotProducts = loadDotProducts(this.#memory);
  }

  /** The whole memory as numbers; to be asked for again after every `allocate`. */
  get floats(): Float32Array<ArrayBuffer> {
    return this.#floats;
  }

  /** Bytes in blocks that are in use. */
  get bytes(): number {
    return (this.#nextBlock - this.#free.length) * blockBytes;
  }

  /** Bytes that `allocate` can still give, if the system has them. */
  get bytesLeft(): number {
    return this.#blocksMax * blockBytes - this.bytes;
  }

  /** @returns the address of a block, whose bytes may be anything. @throws MemoryFullError */
  allocate(): number {
    const freed = this.#free.pop();
    if (freed !== undefined) return freed;
    if (this.#nextBlock === this.#blocks) this.#grow();
    this.#nextBlock += 1;
    return (this.#nextBlock - 1) * blockBytes;
  }

  release(address: number): void {
    this.#free.push(address);
  }

  #grow(): void {
    const more = Math.min(growthBlocks, this.#blocksMax - this.#blocks);
    if (more <= 0) throw new MemoryFullError("The memory of the search is full.");
    try {
      this.#memory.grow(more);
    } catch (cause) {
      throw new MemoryFullError("The system has no memory left for the search.", { cause });
    }
    this.#blocks += more;
    this.#floats = new Float32Array(this.#memory.buffer);
  }
}
