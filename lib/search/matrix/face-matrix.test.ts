import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Candidate, FaceMatrix } from "./face-matrix";
import { exactCosine } from "./unit-length";
import { blockBytes, MemoryFullError, VectorMemory } from "./vector-memory";

interface Face {
  readonly faceId: string;
  readonly embedding: Float32Array;
  subjectId: string;
}

const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

const randomUnit = (numbers: number) => unit(Array.from({ length: numbers }, () => Math.random() - 0.5));

/** A direction that differs from another by about as much as float32 sums are wrong. */
const near = (embedding: Float32Array) => unit(Array.from(embedding, (value) => value + (Math.random() - 0.5) * 2e-7));

/** What the search must answer, the plain way: everything in double precision, sorted. */
function bruteForce(faces: readonly Face[], probe: Float32Array, subjectsMax: number): Candidate[] {
  const all = faces.map(({ faceId, subjectId, embedding }) => ({
    subjectId,
    faceId,
    cosine: exactCosine(probe, embedding),
  }));
  all.sort((one, other) => other.cosine - one.cosine || (one.faceId < other.faceId ? -1 : 1));
  const seen = new Set<string>();
  return all.filter(({ subjectId }) => !seen.has(subjectId) && seen.add(subjectId)).slice(0, subjectsMax);
}

/** Faces of which many are equal, or equal but for rounding. */
function drawFaces(count: number, numbers: number): Face[] {
  const subjects = Array.from({ length: Math.ceil(count / 4) }, () => randomUUID() as string);
  const faces: Face[] = [];
  for (let index = 0; index < count; index += 1) {
    const kind = faces.length === 0 ? 1 : Math.random();
    const model = kind < 0.4 ? pick(faces).embedding : randomUnit(numbers);
    faces.push({
      faceId: randomUUID(),
      subjectId: pick(subjects),
      embedding: kind < 0.2 ? near(model) : model,
    });
  }
  return faces;
}

function fill(faces: readonly Face[], numbers: number, memory = new VectorMemory()): FaceMatrix {
  const matrix = new FaceMatrix(memory, numbers);
  for (const { faceId, subjectId, embedding } of faces) matrix.add(faceId, subjectId, embedding);
  return matrix;
}

function expectSameAsBruteForce(matrix: FaceMatrix, faces: readonly Face[], numbers: number): void {
  const probes = [
    randomUnit(numbers),
    ...(faces.length > 0 ? [pick(faces).embedding, near(pick(faces).embedding)] : []),
  ];
  for (const subjectsMax of [1, 3, 1_000_000]) {
    const found = matrix.search(probes, subjectsMax);
    expect(found).toEqual(probes.map((probe) => bruteForce(faces, probe, subjectsMax)));
  }
}

describe("search", () => {
  it.each([1, 3, 16, 100, 128, 512, 1_024])(
    "answers as brute force does, ties included, with %i numbers",
    (numbers) => {
      for (const count of [0, 1, 5, 700]) {
        const faces = drawFaces(count, numbers);
        expectSameAsBruteForce(fill(faces, numbers), faces, numbers);
      }
    },
  );

  it("answers as brute force does after any changes", () => {
    const numbers = 24;
    let faces: Face[] = [];
    const matrix = new FaceMatrix(new VectorMemory(), numbers);
    const subjects = Array.from({ length: 12 }, () => randomUUID() as string);
    const changes: (() => void)[] = [
      () => {
        const face = { faceId: randomUUID(), subjectId: pick(subjects), embedding: randomUnit(numbers) };
        faces.push(face);
        matrix.add(face.faceId, face.subjectId, face.embedding);
      },
      () => {
        const faceId = faces.length > 0 ? pick(faces).faceId : randomUUID();
        faces = faces.filter((face) => face.faceId !== faceId);
        matrix.removeFace(faceId);
      },
      () => {
        const subjectId = pick(subjects);
        if (faces.length > 0) {
          const face = pick(faces);
          face.subjectId = subjectId;
          matrix.moveFace(face.faceId, subjectId);
        }
      },
      () => {
        const [from, to] = [pick(subjects), pick(subjects)];
        for (const face of faces) if (face.subjectId === from) face.subjectId = to;
        matrix.mergeSubject(from, to);
      },
      () => {
        const subjectId = pick(subjects);
        faces = faces.filter((face) => face.subjectId !== subjectId);
        matrix.removeSubject(subjectId);
      },
    ];
    const weights = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4];
    for (let step = 0; step < 2_000; step += 1) {
      changes[pick(weights)]?.();
      if (step % 50 === 0) expectSameAsBruteForce(matrix, faces, numbers);
      expect(matrix.faces).toBe(faces.length);
      expect(matrix.subjects).toBe(new Set(faces.map(({ subjectId }) => subjectId)).size);
    }
    matrix.clear();
    expect([matrix.faces, matrix.subjects, matrix.search([randomUnit(numbers)], 5)]).toEqual([0, 0, [[]]]);
  });

  it("takes more probes at once than fit beside each other", () => {
    const faces = drawFaces(50, 512);
    const probes = Array.from({ length: 70 }, () => randomUnit(512));
    const expected = probes.map((probe) => bruteForce(faces, probe, 2));
    expect(fill(faces, 512).search(probes, 2)).toEqual(expected);
  });

  it("compares directions, whatever the length of a probe", () => {
    const faces = drawFaces(50, 32);
    const probe = randomUnit(32).map((value) => value * 40);
    expect(fill(faces, 32).search([probe], 5)).toEqual([bruteForce(faces, probe, 5)]);
  });

  it("refuses a probe without a direction", () => {
    expect(() => fill(drawFaces(5, 8), 8).search([new Float32Array(8)], 1)).toThrow(RangeError);
  });
});

describe("adding", () => {
  it("leaves out embeddings that cannot be compared", () => {
    const matrix = new FaceMatrix(new VectorMemory(), 4);
    const bad = [new Float32Array(4), Float32Array.of(1, Number.NaN, 0, 0), Float32Array.of(1, 0, 0)];
    expect(bad.map((embedding) => matrix.add(randomUUID(), randomUUID(), embedding))).toEqual([false, false, false]);
    expect(matrix.faces).toBe(0);
  });

  it("takes a face that is known as a change of it", () => {
    const matrix = new FaceMatrix(new VectorMemory(), 2);
    const [faceId, subjectId] = [randomUUID(), randomUUID()];
    matrix.add(faceId, randomUUID(), Float32Array.of(1, 0));
    matrix.add(faceId, subjectId, Float32Array.of(0, 1));
    expect(matrix.search([Float32Array.of(0, 1)], 5)).toEqual([[{ faceId, subjectId, cosine: 1 }]]);
    expect([matrix.faces, matrix.subjects]).toEqual([1, 1]);
  });
});

describe("memory", () => {
  it("is at most 1.3 times the numbers, with a subject for each face", () => {
    const memory = new VectorMemory();
    const matrix = new FaceMatrix(memory, 128);
    for (let index = 0; index < 20_000; index += 1) matrix.add(randomUUID(), randomUUID(), randomUnit(128));
    expect(matrix.bytes / (20_000 * 128 * 4)).toBeLessThan(1.3);
  });

  it("of removed faces is used again", () => {
    const memory = new VectorMemory();
    const faces = drawFaces(2_000, 128);
    const matrix = fill(faces, 128, memory);
    const before = memory.bytes;
    for (const { faceId } of faces) matrix.removeFace(faceId);
    expect(memory.bytes).toBe(blockBytes);
    for (const { faceId, subjectId, embedding } of faces) matrix.add(faceId, subjectId, embedding);
    expect(memory.bytes).toBe(before);
    matrix.clear();
    expect(memory.bytes).toBe(blockBytes);
  });

  it("ends with an error that leaves everything as it was", () => {
    const matrix = new FaceMatrix(new VectorMemory(3 * blockBytes), 512);
    const faces = drawFaces(65, 512);
    expect(() => {
      for (const { faceId, subjectId, embedding } of faces) matrix.add(faceId, subjectId, embedding);
    }).toThrow(MemoryFullError);
    expectSameAsBruteForce(matrix, faces.slice(0, 64), 512);
  });
});
