import { expect, it } from "vitest";
import { poseAxes } from "./pose-axes";

const frontal = { pitch: 0, yaw: 0, roll: 0 };
const rounded = (pose: Parameters<typeof poseAxes>[0]) =>
  Object.fromEntries(
    Object.entries(poseAxes(pose)).map(([axis, at]) => [axis, at.map((part) => Math.round(part) + 0)]),
  );

it("draws a frontal face upright, its nose a point", () => {
  expect(rounded(frontal)).toEqual({ right: [1, 0], up: [0, -1], forward: [0, 0] });
});

it.each([
  [
    { ...frontal, yaw: 90 },
    { right: [0, 0], up: [0, -1], forward: [1, 0] },
  ],
  [
    { ...frontal, pitch: 90 },
    { right: [1, 0], up: [0, 0], forward: [0, -1] },
  ],
  [
    { ...frontal, roll: 90 },
    { right: [0, 1], up: [1, 0], forward: [0, 0] },
  ],
])("turns %o with the head", (pose, axes) => {
  expect(rounded(pose)).toEqual(axes);
});
