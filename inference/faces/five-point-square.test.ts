import { expect, it } from "vitest";
import { applyTo } from "@/inference/geometry/similarity";
import type { Point } from "@/inference/pipeline/analysis";
import { squareAround } from "./five-point-square";

/** ArcFace's own points, twice as large and shifted. */
const points: readonly Point[] = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
].map(([x = 0, y = 0]): Point => [2 * x + 10, 2 * y + 20]);

it("shows the template's own crop for a window of 1, and that much more around it for a wider one", () => {
  const corner = applyTo(squareAround(points, 224, 1), [0, 0]);
  expect(corner[0]).toBeCloseTo(10, 4);
  expect(corner[1]).toBeCloseTo(20, 4);
  const wider = squareAround(points, 224, 1.5);
  const [left, right] = [applyTo(wider, [0, 0])[0], applyTo(wider, [224, 0])[0]];
  expect(right - left).toBeCloseTo(1.5 * 224, 3);
  expect((left + right) / 2).toBeCloseTo(10 + 112, 3);
});
