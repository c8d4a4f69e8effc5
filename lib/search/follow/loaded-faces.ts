import { type Candidate, FaceMatrix } from "@/lib/search/matrix/face-matrix";
import type { VectorMemory } from "@/lib/search/matrix/vector-memory";
import type { SearchQuestion } from "@/lib/search/protocol";
import { openEmbeddingWith } from "@/lib/search/sealed-embedding";
import type { ChangeRow, FaceRow } from "./collection-rows";

/** The faces of one service: a matrix for each version of the networks that made embeddings. */
export class LoadedFaces {
  readonly #memory: VectorMemory;
  readonly #key: Buffer;
  readonly #matrices = new Map<string, FaceMatrix>();
  /** Subjects of the faces whose embedding does not open or cannot be compared with the others. */
  readonly #unreadable = new Map<string, string>();

  constructor(memory: VectorMemory, key: Buffer) {
    this.#memory = memory;
    this.#key = key;
  }

  get faces(): number {
    return this.#sum((matrix) => matrix.faces);
  }

  get bytes(): number {
    return this.#sum((matrix) => matrix.bytes);
  }

  get unreadable(): number {
    return this.#unreadable.size;
  }

  search({ modelTag, probes, subjectsMax }: SearchQuestion): Candidate[][] {
    const matrix = this.#matrices.get(modelTag);
    return matrix === undefined ? probes.map(() => []) : matrix.search(probes, subjectsMax);
  }

  countSubjects(modelTag: string): number {
    return this.#matrices.get(modelTag)?.subjects ?? 0;
  }

  /** Gives all memory back. */
  clear(): void {
    for (const matrix of this.#matrices.values()) matrix.clear();
    this.#matrices.clear();
    this.#unreadable.clear();
  }

  /** @throws MemoryFullError, and then nothing has changed */
  add({ id, subjectId, modelTag, embeddingCipher }: FaceRow): void {
    const embedding = this.#open(id, embeddingCipher);
    const isAdded = embedding !== null && this.#matrixOf(modelTag, embedding.length).add(id, subjectId, embedding);
    if (!isAdded) this.#unreadable.set(id, subjectId);
  }

  /** @throws MemoryFullError, and then nothing has changed */
  apply(change: ChangeRow): void {
    const { kind, faceId, subjectId, otherSubjectId, modelTag, embeddingCipher } = change;
    if (kind === "ALL_REMOVED") this.clear();
    else if (kind === "FACE_REMOVED" && faceId !== null) this.#removeFace(faceId);
    else if (kind === "SUBJECT_REMOVED" && subjectId !== null) this.#removeSubject(subjectId);
    else if (kind === "FACE_MOVED" && faceId !== null && subjectId !== null) {
      for (const matrix of this.#matrices.values()) matrix.moveFace(faceId, subjectId);
    } else if (kind === "SUBJECT_MERGED" && subjectId !== null && otherSubjectId !== null) {
      for (const matrix of this.#matrices.values()) matrix.mergeSubject(subjectId, otherSubjectId);
    } else if (kind === "FACE_ADDED" && faceId !== null && subjectId !== null) {
      // Without an embedding the face is gone again, by a change that follows.
      if (modelTag !== null && embeddingCipher !== null) this.add({ id: faceId, subjectId, modelTag, embeddingCipher });
    }
  }

  #removeFace(faceId: string): void {
    for (const matrix of this.#matrices.values()) matrix.removeFace(faceId);
    this.#unreadable.delete(faceId);
  }

  #removeSubject(subjectId: string): void {
    for (const matrix of this.#matrices.values()) matrix.removeSubject(subjectId);
    for (const [faceId, subject] of this.#unreadable) if (subject === subjectId) this.#unreadable.delete(faceId);
  }

  #open(faceId: string, cipher: Buffer): Float32Array | null {
    try {
      const embedding = openEmbeddingWith(this.#key, faceId, cipher);
      return embedding.length === 0 ? null : embedding;
    } catch {
      return null;
    }
  }

  #matrixOf(modelTag: string, numbers: number): FaceMatrix {
    const known = this.#matrices.get(modelTag);
    if (known !== undefined) return known;
    const matrix = new FaceMatrix(this.#memory, numbers);
    this.#matrices.set(modelTag, matrix);
    return matrix;
  }

  #sum(measure: (matrix: FaceMatrix) => number): number {
    return [...this.#matrices.values()].reduce((sum, matrix) => sum + measure(matrix), 0);
  }
}
