import { grown } from "./grown";
import { UuidTable } from "./uuid-table";

/** Whose the rows of a matrix are, and how many each subject has. A subject is there as long as it has rows. */
export class RowSubjects {
  readonly #subjects = new UuidTable();
  /** Slot of each row's subject. */
  #slots = new Int32Array(0);
  /** Rows of each subject's slot. */
  #counts = new Int32Array(0);
  #rows = 0;

  get size(): number {
    return this.#subjects.size;
  }

  get bytes(): number {
    return this.#subjects.bytes + this.#slots.byteLength + this.#counts.byteLength;
  }

  /** A number from 0 to `size - 1` for each row, the same for rows of one subject; until the next change. */
  get slots(): Int32Array {
    return this.#slots;
  }

  /** Whose a row is. */
  at(row: number): string {
    return this.#subjects.at(this.#slots[row] ?? 0);
  }

  /** -1 for a subject that has no row. */
  findSlot(subjectId: string): number {
    return this.#subjects.find(subjectId);
  }

  countRows(slot: number): number {
    return this.#counts[slot] ?? 0;
  }

  /** Of one more row. */
  push(subjectId: string): void {
    this.#slots = grown(this.#slots, this.#rows + 1);
    this.#slots[this.#rows] = this.#enter(subjectId);
    this.#rows += 1;
  }

  assign(row: number, subjectId: string): void {
    const former = this.#slots[row] ?? 0;
    this.#slots[row] = this.#enter(subjectId);
    this.#leave(former);
  }

  /** The last row takes its place. */
  remove(row: number): void {
    const slot = this.#slots[row] ?? 0;
    this.#rows -= 1;
    this.#slots[row] = this.#slots[this.#rows] ?? 0;
    this.#leave(slot);
  }

  /** All rows of one subject become another's. */
  merge(subjectId: string, otherSubjectId: string): void {
    const from = this.#subjects.find(subjectId);
    if (from === -1 || subjectId === otherSubjectId) return;
    const to = this.#subjects.add(otherSubjectId);
    this.#counts = grown(this.#counts, this.size);
    this.#relabel(from, to);
    this.#counts[to] = this.countRows(to) + this.countRows(from);
    this.#drop(from);
  }

  clear(): void {
    this.#subjects.clear();
    this.#slots = new Int32Array(0);
    this.#counts = new Int32Array(0);
    this.#rows = 0;
  }

  /** @returns the subject's slot */
  #enter(subjectId: string): number {
    const slot = this.#subjects.add(subjectId);
    this.#counts = grown(this.#counts, this.size);
    this.#counts[slot] = this.countRows(slot) + 1;
    return slot;
  }

  #leave(slot: number): void {
    this.#counts[slot] = this.countRows(slot) - 1;
    if (this.countRows(slot) === 0) this.#drop(slot);
  }

  /** The last slot takes its place. */
  #drop(slot: number): void {
    const last = this.size - 1;
    this.#subjects.remove(slot);
    this.#counts[slot] = this.countRows(last);
    this.#counts[last] = 0;
    if (slot !== last) this.#relabel(last, slot);
  }

  #relabel(from: number, to: number): void {
    for (let row = 0; row < this.#rows; row += 1) if (this.#slots[row] === from) this.#slots[row] = to;
  }
}
