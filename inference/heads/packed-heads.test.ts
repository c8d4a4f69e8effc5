import { expect, it } from "vitest";
import { encodePackedHead, readPackedHeads } from "./packed-heads";

const file = {
  version: "test-1",
  recipe: "by hand",
  heads: {
    up: encodePackedHead(Float32Array.of(0.5, -2, 4), 0.25),
    down: encodePackedHead(Float32Array.of(1, 1, 1), -3),
  },
};

it("reads back the heads it wrote, each nearly as exact", () => {
  const { up, down } = readPackedHeads(file)(Float32Array.of(1, 1, 0.25));
  expect(up).toBeCloseTo(1 / (1 + Math.exp(0.25)), 2);
  expect(down).toBeCloseTo(1 / (1 + Math.exp(0.75)), 6);
});

it("refuses features of another length instead of answering from some of them", () => {
  expect(() => readPackedHeads(file)(Float32Array.of(1, 1))).toThrow("takes 3 features, not 2");
});
