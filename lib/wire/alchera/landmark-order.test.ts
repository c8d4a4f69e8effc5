import { expect, test } from "vitest";
import { findLandmarks106 } from "@/inference/faces/landmarks106";
import { findMeshes, openTestSessions, readDemoPhoto } from "@/inference/faces/testing/find-photo-face";
import { angleBetween } from "@/inference/geometry/similarity";
import type { Point } from "@/inference/pipeline/analysis";
import { standardOrder, toStandardOrder } from "./landmark-order";

/** Places one below the other on an upright face, and places one to the left of the other. */
const below = [
  [35, 65],
  [40, 69],
  [72, 104],
  [104, 73],
  [75, 105],
  [105, 76],
  [43, 44],
  [44, 45],
  [45, 46],
  [46, 49],
  [49, 87],
  [87, 98],
  [98, 102],
  [102, 93],
  [93, 16],
] as const;
const beside = [
  [0, 32],
  [33, 37],
  [37, 38],
  [38, 42],
  [6, 84],
  [90, 26],
  [52, 104],
  [104, 55],
  [55, 58],
  [58, 105],
  [105, 61],
  [47, 51],
  [64, 67],
  [68, 71],
  [78, 79],
  [80, 81],
  [82, 83],
  [84, 96],
  [96, 100],
  [100, 90],
  [74, 77],
] as const;

/** Points of a photographed face, turned so that its eyes are level. */
async function levelPoints(): Promise<Point[]> {
  const [mesh] = await findMeshes(await readDemoPhoto(1), await openTestSessions());
  const points = toStandardOrder(findLandmarks106(mesh as Float32Array));
  const roll = angleBetween(points[104] as Point, points[105] as Point);
  const [cos, sin] = [Math.cos(-roll), Math.sin(-roll)];
  return points.map(([x, y]): Point => [x * cos - y * sin, x * sin + y * cos]);
}

test("uses each of the 106 points once", () => {
  expect([...standardOrder].sort((a, b) => a - b)).toEqual(Array.from({ length: 106 }, (_, i) => i));
});

test("puts the points of a photographed face where the layout has them", async () => {
  const points = await levelPoints();
  const at = (place: number) => points[place] as Point;
  const wrong = [
    ...below.filter(([upper, lower]) => at(upper)[1] >= at(lower)[1]),
    ...beside.filter(([left, right]) => at(left)[0] >= at(right)[0]),
  ];
  expect(wrong).toEqual([]);
});
