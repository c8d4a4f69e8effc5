import { randomUUID } from "node:crypto";
import { percentile } from "@/bench/percentile";
import { FaceMatrix } from "@/lib/search/matrix/face-matrix";
import { VectorMemory } from "@/lib/search/matrix/vector-memory";
import type { MemoryReader } from "./bandwidth";
import { timesByTurns } from "./times";

const facesPerSubject = 4;
const subjectsMax = 5;
const rounds = 60;

export interface MatrixResult {
  readonly numbers: number;
  /** The fastest tenth, which other work on the machine disturbs least; so are the next three. */
  readonly p10Ms: number;
  /** Five probes in one pass. */
  readonly fiveMs: number;
  readonly plainMs: number;
  /** Of reading as many bytes as the embeddings have. */
  readonly readMs: { readonly vectors: number; readonly compare: number };
  readonly p50Ms: number;
  /** Everything the index keeps, relative to the embeddings. */
  readonly memoryRatio: number;
}

/** A random direction. */
export function randomEmbedding(numbers: number): Float32Array {
  const values = Float32Array.from({ length: numbers }, () => Math.random() + Math.random() - 1);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/** The same dot products in plain JavaScript, over one array, without looking for the best. */
function plainScan(rows: Float32Array, probe: Float32Array, scores: Float32Array): void {
  const numbers = probe.length;
  for (let row = 0, at = 0; row < scores.length; row += 1) {
    let sum = 0;
    for (let index = 0; index < numbers; index += 1, at += 1) sum += (rows[at] ?? 0) * (probe[index] ?? 0);
    scores[row] = sum;
  }
}

function fill(faces: number, numbers: number) {
  const matrix = new FaceMatrix(new VectorMemory(), numbers);
  const rows = new Float32Array(faces * numbers);
  let subjectId = "";
  for (let face = 0; face < faces; face += 1) {
    if (face % facesPerSubject === 0) subjectId = randomUUID();
    const embedding = randomEmbedding(numbers);
    rows.set(embedding, face * numbers);
    matrix.add(randomUUID(), subjectId, embedding);
  }
  return { matrix, rows };
}

/** Whole searches, from the probe to the named subjects, among `faces` embeddings of `numbers` numbers. */
export function measureMatrix(faces: number, numbers: number, reader: MemoryReader): MatrixResult {
  const { matrix, rows } = fill(faces, numbers);
  const probes = Array.from({ length: 5 }, () => randomEmbedding(numbers));
  const [probe = new Float32Array(numbers)] = probes;
  const scores = new Float32Array(faces);
  const [one = [], vectors = [], compare = [], five = [], plain = []] = timesByTurns(rounds, [
    () => matrix.search([probe], subjectsMax),
    () => reader.readVectors(rows.byteLength),
    () => reader.compare(rows.byteLength),
    () => matrix.search(probes, subjectsMax),
    () => plainScan(rows, probe, scores),
  ]);
  return {
    numbers,
    p10Ms: percentile(one, 0.1),
    fiveMs: percentile(five, 0.1),
    plainMs: percentile(plain, 0.1),
    readMs: { vectors: percentile(vectors, 0.1), compare: percentile(compare, 0.1) },
    p50Ms: percentile(one, 0.5),
    memoryRatio: matrix.bytes / rows.byteLength,
  };
}
