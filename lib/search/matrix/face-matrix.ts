import { RowBlocks } from "./row-blocks";
import { RowSubjects } from "./row-subjects";
import { nthLargest } from "./top-values";
import { cosineErrorMax, exactCosine, toUnitLength } from "./unit-length";
import { UuidTable } from "./uuid-table";
import type { VectorMemory } from "./vector-memory";

/** One row of so many is looked at to find out what is worth a look. */
const sampleShare = 16;

/** The best example of a subject. */
export interface Candidate {
  readonly subjectId: string;
  readonly faceId: string;
  /** -1 to 1. */
  readonly cosine: number;
}

interface Best {
  readonly row: number;
  readonly cosine: number;
}

/** Embeddings of one collection and one version of the networks, a row for each face. */
export class FaceMatrix {
  readonly #faces = new UuidTable();
  readonly #subjects = new RowSubjects();
  readonly #blocks: RowBlocks;

  /** @param numbers of an embedding, 1 to 1024 */
  constructor(memory: VectorMemory, numbers: number) {
    this.#blocks = new RowBlocks(memory, numbers);
  }

  get numbers(): number {
    return this.#blocks.numbers;
  }

  get faces(): number {
    return this.#faces.size;
  }

  /** Subjects with at least one face. */
  get subjects(): number {
    return this.#subjects.size;
  }

  /** Everything that grows with the faces. */
  get bytes(): number {
    return this.#blocks.bytes + this.#faces.bytes + this.#subjects.bytes;
  }

  /**
   * Adds a face, or gives a known one this subject and embedding.
   *
   * @returns false for an embedding that has no direction or another length than the others; it is left out
   * @throws MemoryFullError
   */
  add(faceId: string, subjectId: string, embedding: Float32Array): boolean {
    const unit = embedding.length === this.numbers ? toUnitLength(embedding) : null;
    if (unit === null) return false;
    this.#blocks.reserve();
    const row = this.#faces.add(faceId);
    if (row < this.#blocks.rows) {
      this.#blocks.set(row, unit);
      this.#subjects.assign(row, subjectId);
      return true;
    }
    this.#blocks.push(unit);
    this.#subjects.push(subjectId);
    return true;
  }

  removeFace(faceId: string): void {
    const row = this.#faces.find(faceId);
    if (row !== -1) this.#removeRow(row);
  }

  moveFace(faceId: string, subjectId: string): void {
    const row = this.#faces.find(faceId);
    if (row !== -1) this.#subjects.assign(row, subjectId);
  }

  removeSubject(subjectId: string): void {
    const slot = this.#subjects.findSlot(subjectId);
    if (slot === -1) return;
    // From the end, because a removed row is filled with the last one. With the last face its slot is another subject's.
    let left = this.#subjects.countRows(slot);
    for (let row = this.faces - 1; left > 0; row -= 1) {
      if (this.#subjects.slots[row] !== slot) continue;
      this.#removeRow(row);
      left -= 1;
    }
  }

  /** All faces of one subject become another's. */
  mergeSubject(subjectId: string, otherSubjectId: string): void {
    this.#subjects.merge(subjectId, otherSubjectId);
  }

  /** Gives the blocks back. The matrix is empty and may be filled again. */
  clear(): void {
    this.#blocks.clear();
    this.#faces.clear();
    this.#subjects.clear();
  }

  /**
   * The `subjectsMax` most similar subjects for each probe, each by its best face, the best first. Equal ones are in
   * the order of their faces' ids. Exact: float32 sums only say which faces can be among them, and these are compared
   * in double precision.
   *
   * @throws RangeError for a probe that has not `numbers` numbers, or only zeros
   */
  search(probes: readonly Float32Array[], subjectsMax: number): Candidate[][] {
    if (probes.some((probe) => probe.length !== this.numbers)) {
      throw new RangeError(`These embeddings have ${this.numbers} numbers.`);
    }
    const found: Candidate[][] = [];
    for (let first = 0; first < probes.length; first += this.#blocks.probesMax) {
      const some = probes.slice(first, first + this.#blocks.probesMax);
      const scores = some.map(() => new Float32Array(this.faces));
      this.#blocks.scan(some.map(unitProbe), scores);
      for (const [index, probe] of some.entries()) {
        found.push(this.#rank(probe, scores[index] ?? new Float32Array(0), subjectsMax));
      }
    }
    return found;
  }

  #rank(probe: Float32Array, scores: Float32Array, subjectsMax: number): Candidate[] {
    if (subjectsMax < 1 || this.faces === 0) return [];
    const margin = 2 * cosineErrorMax(this.numbers);
    // The best of some of the rows bound those of all from below, which spares most rows a look at their subject.
    const some = firstRows(Math.ceil(scores.length / sampleShare));
    const likely = rowsFrom(scores, this.#nthBest(scores, some, subjectsMax) - margin);
    const scoreMin = this.#nthBest(scores, likely, subjectsMax) - margin;
    const best = new Map<number, Best>();
    for (const row of likely) {
      if ((scores[row] ?? 0) >= scoreMin)
        this.#keepBetter(best, { row, cosine: exactCosine(probe, this.#blocks.at(row)) });
    }
    const ranked = [...best.values()].sort((one, other) => this.#compare(one, other)).slice(0, subjectsMax);
    return ranked.map(({ row, cosine }) => ({
      subjectId: this.#subjects.at(row),
      faceId: this.#faces.at(row),
      cosine,
    }));
  }

  /** The score of the `count`-th best subject when only these rows are looked at; -Infinity when they have fewer. */
  #nthBest(scores: Float32Array, rows: Int32Array, count: number): number {
    const subjectOf = this.#subjects.slots;
    const best = new Float32Array(this.subjects).fill(Number.NEGATIVE_INFINITY);
    for (const row of rows) {
      const subject = subjectOf[row] ?? 0;
      const score = scores[row] ?? 0;
      if (score > (best[subject] ?? 0)) best[subject] = score;
    }
    return nthLargest(best, count);
  }

  #keepBetter(best: Map<number, Best>, candidate: Best): void {
    const subject = this.#subjects.slots[candidate.row] ?? 0;
    const former = best.get(subject);
    if (former === undefined || this.#compare(candidate, former) < 0) best.set(subject, candidate);
  }

  #compare(one: Best, other: Best): number {
    return other.cosine - one.cosine || this.#faces.compare(one.row, other.row);
  }

  /** The last row takes its place. */
  #removeRow(row: number): void {
    this.#subjects.remove(row);
    this.#blocks.remove(row);
    this.#faces.remove(row);
  }
}

function firstRows(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** The rows with at least this score. */
function rowsFrom(scores: Float32Array, scoreMin: number): Int32Array {
  const rows = new Int32Array(scores.length);
  let count = 0;
  for (let row = 0; row < scores.length; row += 1) {
    if ((scores[row] ?? 0) < scoreMin) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

function unitProbe(probe: Float32Array): Float32Array {
  const unit = toUnitLength(probe);
  if (unit === null) throw new RangeError("A probe without a direction cannot be compared.");
  return unit;
}
