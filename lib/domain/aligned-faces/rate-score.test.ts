import { expect, test } from "vitest";
import { cosineOf, similarityAtFalseMatchRate } from "@/inference/calibration/similarity";
import { rateScoreOf } from "./rate-score";

const scoreAtRate = (rate: number) => rateScoreOf(cosineOf(similarityAtFalseMatchRate(rate)));

test("gains a tenth for every tenth part to which the false match rate falls", () => {
  for (const rate of [1e-1, 1e-2, 1e-3, 1e-4]) expect(scoreAtRate(rate)).toBeCloseTo(0.3 - 0.1 * Math.log10(rate), 3);
});

test("goes from 0 to 1 and never falls as faces grow more alike", () => {
  const scores = Array.from({ length: 401 }, (_, at) => rateScoreOf(-1 + at / 200));
  expect([scores[0], scores.at(-1)]).toEqual([0, 1]);
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  expect(rateScoreOf(0.999)).toBeLessThan(1);
});
