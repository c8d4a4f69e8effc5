import { expect, it } from "vitest";
import { readLinearHead } from "./linear-head";
import { encodeFloats } from "./packed-floats";
import { poolMap } from "./pool-map";

const file = { version: "test-1", recipe: "by hand", bias: 0.25, weights: encodeFloats(Float32Array.of(0.5, -2, 4)) };

it("reads back the weights it wrote and gives the logistic of their sum", () => {
  const head = readLinearHead(file);
  expect(head(Float32Array.of(1, 1, 0.25))).toBeCloseTo(1 / (1 + Math.exp(0.25)), 12);
});

it("refuses features of another length instead of answering from some of them", () => {
  expect(() => readLinearHead(file)(Float32Array.of(1, 1))).toThrow("takes 3 features, not 2");
});

it("pools a map into means of areas that overlap where the side is no multiple", () => {
  // Two channels on 4x4: the column, and its negative.
  const map = Float32Array.from({ length: 32 }, (_, i) => (Math.floor(i / 2) % 4) * (i % 2 ? -1 : 1));
  const pooled = poolMap(map, 4, 3);
  expect(pooled).toHaveLength(18);
  expect([...pooled.subarray(0, 6)]).toEqual([0.5, -0.5, 1.5, -1.5, 2.5, -2.5]);
});
