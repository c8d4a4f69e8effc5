import { expect, it } from "vitest";
import { discardCurve } from "./discard-curve";

it("counts the pairs below the border that are left when the worst photos are gone", () => {
  const pairs = [
    { cosine: 0.2, photos: [0, 1] },
    { cosine: 0.9, photos: [1, 2] },
    { cosine: 0.4, photos: [2, 3] },
  ] as const;
  const points = discardCurve(pairs, [0.1, 0.8, 0.7, 0.9], 0.5, [0, 0.25, 0.5]);
  expect(points.map(({ missed, pairs: left }) => [missed, left])).toEqual([
    [2, 3],
    [1, 2],
    [0, 0],
  ]);
});
