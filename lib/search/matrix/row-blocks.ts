import { blockBytes, type VectorMemory } from "./vector-memory";

const floatBytes = 4;
/** The kernel takes this many bytes at a step. */
const stepBytes = 64;
/** Longest row: with probes of this length several fit into the first block beside the results. */
const numbersMax = 1_024;
/** Blocks that lie behind each other are read in one go, as many as stay in the processor's cache for all probes. */
const runBlocks = 8;
/** Room for results in the first block: one number for each row of a run, at most `blockBytes / stepBytes` a block. */
const resultBytes = runBlocks * (blockBytes / stepBytes) * floatBytes;

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

  /** Makes sure that there is room for another row. @throws MemoryFullError */
  reserve(): void {
    if (this.#rows === this.#blocks.length * this.#blockRows) this.#blocks.push(this.#memory.allocate());
  }

  /** Adds a row, for which room was reserved. */
  push(values: Float32Array): void {
    this.#rows += 1;
    this.set(this.#rows - 1, values);
  }

  set(row: number, values: Float32Array): void {
    write(this.#memory.floats, this.#addressOf(row), this.#rowBytes, values);
  }

  /** The numbers of a row, where they lie: valid until the next `reserve`. */
  at(row: number): Float32Array {
    const start = this.#addressOf(row) / floatBytes;
    return this.#memory.floats.subarray(start, start + this.numbers);
  }

  /** Removes a row by moving the last one into its place. */
  remove(row: number): void {
    const last = this.#rows - 1;
    if (row !== last) this.set(row, this.at(last));
    this.#rows = last;
    const needed = Math.ceil(last / this.#blockRows);
    for (const block of this.#blocks.splice(needed)) this.#memory.release(block);
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
    for (let first = 0; first < this.#blocks.length; ) {
      const blocks = this.#runFrom(first);
      const row = first * this.#blockRows;
      const rows = Math.min(blocks * this.#blockRows, this.#rows - row);
      for (const [which, address] of addresses.entries()) {
        dotProducts(this.#blocks[first] ?? 0, rows, this.#rowBytes, address, 0);
        scores[which]?.set(floats.subarray(0, rows), row);
      }
      first += blocks;
    }
  }

  /** How many blocks from this one on lie behind each other without a gap between their rows. */
  #runFrom(first: number): number {
    if (this.#blockRows * this.#rowBytes !== blockBytes) return 1;
    const start = this.#blocks[first] ?? 0;
    let blocks = 1;
    while (blocks < runBlocks && this.#blocks[first + blocks] === start + blocks * blockBytes) blocks += 1;
    return blocks;
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
