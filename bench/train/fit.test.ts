import { describe, expect, it } from "vitest";
import { fitLogistic } from "./fit-logistic";
import { fitRidge, scoreOf } from "./fit-ridge";
import { seededOrder } from "./seeded-order";

describe("fitRidge", () => {
  it("solves the normal equations: no nearby weights have a smaller penalised error", () => {
    const rows = [
      [1, 0, 2],
      [0, 1, 1],
      [2, 2, 0],
      [1, 3, 1],
      [0, 0, 1],
    ].map((row) => Float32Array.from(row));
    const isYes = [true, false, true, false, false];
    const strength = 0.2;
    const fit = fitRidge(rows, isYes, strength);
    const shares = isYes.map((yes) => (yes ? 0.5 / 2 : 0.5 / 3));
    const mean = [0, 1, 2].map((j) => rows.reduce((sum, row, i) => sum + (row[j] ?? 0) * (shares[i] ?? 0), 0));
    const spread = rows.reduce(
      (sum, row, i) => sum + (shares[i] ?? 0) * row.reduce((s, value, j) => s + (value - (mean[j] ?? 0)) ** 2, 0),
      0,
    );
    const lossOf = ({ weights, bias }: typeof fit) =>
      rows.reduce(
        (sum, row, i) => sum + (shares[i] ?? 0) * (scoreOf({ weights, bias }, row) - (isYes[i] ? 1 : -1)) ** 2,
        0,
      ) +
      ((strength * spread) / rows.length) * weights.reduce((sum, weight) => sum + weight * weight, 0);
    for (let j = 0; j < 3; j++) {
      for (const change of [-0.01, 0.01]) {
        const weights = fit.weights.map((weight, i) => (i === j ? weight + change : weight));
        expect(lossOf({ weights, bias: fit.bias })).toBeGreaterThan(lossOf(fit));
      }
    }
    expect(lossOf({ ...fit, bias: fit.bias + 0.01 })).toBeGreaterThan(lossOf(fit));
  });
});

describe("fitLogistic", () => {
  it("finds the slope and intercept that scores were drawn with", () => {
    const scores = Array.from({ length: 4000 }, (_, i) => (i % 400) / 100 - 2);
    const isYes = scores.map((score, i) => (i * 0.6180339887) % 1 < 1 / (1 + Math.exp(-(1.5 * score - 0.5))));
    const { slope, intercept } = fitLogistic(scores, isYes);
    expect(slope).toBeCloseTo(1.5, 1);
    expect(intercept).toBeCloseTo(-0.5, 1);
  });

  it("stays finite where the classes do not overlap", () => {
    const { slope, intercept } = fitLogistic([-2, -1, 1, 2], [false, false, true, true]);
    expect(Number.isFinite(slope) && Number.isFinite(intercept)).toBe(true);
    expect(slope).toBeGreaterThan(0);
  });
});

it("orders the same way for the same seed, keeps every item and differs for another seed", () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  expect(seededOrder(items, 7)).toEqual(seededOrder(items, 7));
  expect(seededOrder(items, 7)).not.toEqual(seededOrder(items, 8));
  expect(seededOrder(items, 7).toSorted((a, b) => a - b)).toEqual(items);
});
