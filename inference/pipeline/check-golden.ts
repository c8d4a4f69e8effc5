import { InferenceError } from "@/inference/inference-error";
import type { Analysis, FaceAnalysis } from "./analysis";
import recorded from "./golden.json" with { type: "json" };

/** What is recorded of one face, in numbers only. */
export interface GoldenFace {
  /** Pixels: corners of the box, then the five landmarks, x and y in turn. */
  readonly points: readonly number[];
  readonly ageYears: number;
  /** Probabilities of "male" and of "without_mask". */
  readonly male: number;
  readonly bareFace: number;
  readonly embedding: readonly number[];
}

/** Processors round differently, which moves results a little; a damaged or misread network moves them a lot. */
const tolerance = { pixels: 3, years: 2, probability: 0.1, cosineMin: 0.99 };

/** Compares an analysis of the golden picture with the recorded one. @throws InferenceError `model_corrupt` saying what differs */
export function checkGolden({ faces }: Analysis, golden: readonly GoldenFace[] = recorded): void {
  if (faces.length !== golden.length) throw wrong(`shows ${faces.length} faces instead of ${golden.length}`);
  faces.forEach((face, at) => {
    const expected = golden[at];
    const difference = expected && findDifference(recordGolden(face), expected);
    if (difference !== undefined) throw wrong(`gives another ${difference} for face ${at + 1}`);
  });
}

/** The numbers of a face that was analysed with `goldenOptions`. */
export function recordGolden({ box, landmarks5, age, gender, mask, embedding }: FaceAnalysis): GoldenFace {
  if (!landmarks5 || !age || !gender || !mask || !embedding) throw wrong("lacks a feature");
  return {
    points: [box.xMin, box.yMin, box.xMax, box.yMax, ...landmarks5.flat()],
    ageYears: age.years,
    male: gender.value === "male" ? gender.probability : 1 - gender.probability,
    bareFace: mask.value === "without_mask" ? mask.probability : 0,
    embedding: [...embedding],
  };
}

function findDifference(found: GoldenFace, expected: GoldenFace): string | undefined {
  if (!areClose(found.points, expected.points, tolerance.pixels)) return "place";
  if (!areClose([found.ageYears], [expected.ageYears], tolerance.years)) return "age";
  if (!areClose([found.male], [expected.male], tolerance.probability)) return "gender";
  if (!areClose([found.bareFace], [expected.bareFace], tolerance.probability)) return "mask state";
  if (!(cosineOf(found.embedding, expected.embedding) >= tolerance.cosineMin)) return "embedding";
  return undefined;
}

function areClose(found: readonly number[], expected: readonly number[], distanceMax: number): boolean {
  const isClose = (value: number, at: number) => Math.abs(value - (expected[at] ?? Number.NaN)) <= distanceMax;
  return found.length === expected.length && found.every(isClose);
}

function cosineOf(a: readonly number[], b: readonly number[]): number {
  const dot = (u: readonly number[], v: readonly number[]) =>
    u.reduce((sum, x, at) => sum + x * (v[at] ?? Number.NaN), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function wrong(finding: string): InferenceError {
  return new InferenceError("model_corrupt", `The networks do not work here: the golden picture ${finding}.`);
}
