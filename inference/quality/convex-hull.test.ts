import { expect, it } from "vitest";
import type { Point } from "@/inference/pipeline/analysis";
import { areaOf, clipToPicture, convexHull, fillConvex } from "./convex-hull";

const square: readonly Point[] = [
  [2, 2],
  [8, 2],
  [8, 8],
  [2, 8],
];

it("keeps the corners of a hull and drops what lies inside", () => {
  const hull = convexHull([...square, [5, 5], [2, 5], [7, 3]]);
  expect(hull.toSorted()).toEqual(square.toSorted());
  expect(areaOf(hull)).toBe(36);
});

it("clips a polygon to the picture, whole, in part and away", () => {
  expect(areaOf(clipToPicture(square, 10, 10))).toBe(36);
  expect(areaOf(clipToPicture(square, 5, 10))).toBe(18);
  expect(areaOf(clipToPicture(square, 1, 1))).toBe(0);
});

it("fills the pixels whose middles lie inside", () => {
  const mask = fillConvex(square, 10, 10);
  expect(mask.reduce((sum, value) => sum + value, 0)).toBe(36);
  expect([mask[2 * 10 + 2], mask[7 * 10 + 7], mask[8 * 10 + 8], mask[0]]).toEqual([1, 1, 0, 0]);
});
