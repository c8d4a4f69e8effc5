import { expect, test } from "vitest";
import type { Analysis, FaceAnalysis } from "./analysis";
import { checkGolden, recordGolden } from "./check-golden";

const face: FaceAnalysis = {
  box: { xMin: 10, yMin: 20, xMax: 110, yMax: 140, probability: 0.98 },
  landmarks5: [
    [40, 60],
    [80, 60],
    [60, 80],
    [45, 110],
    [75, 110],
  ],
  age: { years: 30, low: 25, high: 35, probability: 0.8 },
  gender: { value: "female", probability: 0.9 },
  mask: { value: "without_mask", probability: 0.95 },
  embedding: new Float32Array([0.6, 0.8]),
  timingsMs: {},
};
const golden = [recordGolden(face)];
const see = (...faces: FaceAnalysis[]): Analysis => ({
  width: 384,
  height: 256,
  faces,
  timingsMs: { queue: 0, decode: 0, detect: 0 },
  versions: {},
});

test("accepts the recorded results and small differences of rounding", () => {
  expect(() => checkGolden(see(face), golden)).not.toThrow();
  expect(() => checkGolden(see({ ...face, box: { ...face.box, xMin: 11 } }), golden)).not.toThrow();
});

const damages: [string, FaceAnalysis][] = [
  ["place", { ...face, box: { ...face.box, xMin: 30 } }],
  ["place", { ...face, box: { ...face.box, xMin: Number.NaN } }],
  ["age", { ...face, age: { years: 60, low: 55, high: 65, probability: 0.8 } }],
  ["gender", { ...face, gender: { value: "male", probability: 0.9 } }],
  ["mask state", { ...face, mask: { value: "with_mask", probability: 0.95 } }],
  ["embedding", { ...face, embedding: new Float32Array([0.8, 0.6]) }],
  ["embedding", { ...face, embedding: new Float32Array([Number.NaN, 0.8]) }],
  ["embedding", { ...face, embedding: new Float32Array([0.6]) }],
];
test.each(damages)("refuses networks that give another %s", (what, damaged) => {
  const refusal = expect.objectContaining({ code: "model_corrupt", message: expect.stringContaining(what) });
  expect(() => checkGolden(see(damaged), golden)).toThrow(refusal);
});

test("refuses networks that see no face, or too many", () => {
  expect(() => checkGolden(see(), golden)).toThrow("0 faces instead of 1");
  expect(() => checkGolden(see(face, face), golden)).toThrow("2 faces instead of 1");
});
