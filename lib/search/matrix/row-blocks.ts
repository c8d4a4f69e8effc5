import { blockBytes, type VectorMemory } from "./vector-memory";

const floatBytes = 4;
/** The kernel takes this many bytes at a step. */
const stepBytes = 64;
/** Longest row: with probes of this length several fit into the first block beside the results. */
const numbersMax = 1_024;
/** Room for results in the first block: one number for each row of a block, at most `blockBytes / stepBytes`. */
const resultBytes = (blockBytes / stepBytes) * floatBytes;

/** Rows of `numbers` float32 numbers without gaps, in blocks of the memory. A row is padded with zeros to 64 bytes. */
export class RowBlocks {
  readonly numbers: number;
  /** Probes that `scan` takes at most. */
  readonly probesMax: number;
  readonly #memory: VectorMemory;
  readonly #rowBytes: number;
  readonly #blockRows: number;
  readonly #blocks: number[] = [];
  #rows = 0;

  constructor(memory: VectorMemory, numbers: number) {
    if (!Number.isInteger(numbers) || numbers < 1 || numbers > numbersMax) {
      throw new RangeError(`An embedding has 1 to ${numbersMax} numbers, not ${numbers}.`);
    }
    this.numbers = numbers;
    this.#memory = memory;
    this.#rowBytes = Math.ceil((numbers * floatBytes) / stepBytes) * stepBytes;
    this.#blockRows = Math.floor(blockBytes / this.#rowBytes);
    this.probesMax = Math.floor((blockBytes - resultBytes) / this.#rowBytes);
  }

  get rows(): number {
    return this.#rows;
  }

  get bytes(): number {
    return this.#blocks.length * blockBytes;
  }

  /** @throws MemoryFullError */
  push(values: Float32Array): void {
    if (this.#rows === this.#blocks.length * this.#blockRows) this.#blocks.push(this.#memory.allocate());
    this.#rows += 1;
    this.set(this.#rows - 1, values);
  }

  set(row: number, values: Float32Array): void {
    write(this.#memory.floats, this.#addressOf(row), this.#rowBytes, values);
  }

  /** The numbers of a row, where they lie: valid until the next `push`. */
  at(row: number): Float32Array {
    const start = this.#addressOf(row) / floatBytes;
    return this.#memory.floats.subarray(start, start + this.numbers);
  }

  /** Removes a row by moving the last one into its place. */
  remove(row: number): void {
    const last = this.#rows - 1;
    if (row !== last) this.set(row, this.at(last));
    this.#rows = last;
    if (last % this.#blockRows === 0) this.#memory.release(this.#blocks.pop() ?? 0);
  }

  clear(): void {
    for (const block of this.#blocks.splice(0)) this.#memory.release(block);
    this.#rows = 0;
  }

  /**
   * Writes the dot product of each probe with each row to `scores`, one array as long as the rows for each probe. Reads
   * the rows from main memory once: a block stays in the processor's cache for all probes.
   *
   * @param probes at most `probesMax`
   */
  scan(probes: readonly Float32Array[], scores: readonly Float32Array[]): void {
    const { floats, dotProducts } = this.#memory;
    const addresses = probes.map((_, index) => resultBytes + index * this.#rowBytes);
    for (const [index, probe] of probes.entries()) write(floats, addresses[index] ?? 0, this.#rowBytes, probe);
    for (const [index, block] of this.#blocks.entries()) {
      const first = index * this.#blockRows;
      const rows = Math.min(this.#blockRows, this.#rows - first);
      for (const [which, address] of addresses.entries()) {
        dotProducts(block, rows, this.#rowBytes, address, 0);
        scores[which]?.set(floats.subarray(0, rows), first);
      }
    }
  }

  #addressOf(row: number): number {
    const block = this.#blocks[Math.floor(row / this.#blockRows)] ?? 0;
    return block + (row % this.#blockRows) * this.#rowBytes;
  }
}

function write(floats: Float32Array, address: number, rowBytes: number, values: Float32Array): void {
  const start = address / floatBytes;
  floats.set(values, start);
  floats.fill(0, start + values.length, start + rowBytes / floatBytes);
}
