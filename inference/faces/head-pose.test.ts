import { describe, expect, it } from "vitest";
import { findPose } from "./head-pose";
import template from "./pose-template.json" with { type: "json" };

type Turn = (point: readonly [number, number, number]) => readonly [number, number, number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;
/** x grows to the right of the picture, y down, z away from the viewer, who sees the face's side with the smallest z. */
const toTheRight = (degrees: number): Turn => {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return ([x, y, z]) => [c * x - s * z, y, s * x + c * z];
};
const up = (degrees: number): Turn => {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return ([x, y, z]) => [x, c * y + s * z, c * z - s * y];
};
const clockwise = (degrees: number): Turn => {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return ([x, y, z]) => [c * x - s * y, s * x + c * y, z];
};

/** The frontal face after some turns, 80 pixels large, somewhere in a picture. */
function meshAfter(...turns: Turn[]): Float32Array {
  const mesh = new Float32Array(468 * 3);
  for (const [index = 0, x = 0, y = 0, z = 0] of template.points) {
    let point: readonly [number, number, number] = [x, y, z];
    for (const turn of turns) point = turn(point);
    mesh.set([80 * point[0] + 300, 80 * point[1] + 200, 80 * point[2]], index * 3);
  }
  return mesh;
}

describe("findPose", () => {
  it("reads 0 for the frontal face", () => {
    const pose = findPose(meshAfter());
    for (const angle of Object.values(pose)) expect(angle).toBeCloseTo(0, 3);
  });

  it.each([
    ["yaw", toTheRight(35), 35],
    ["yaw", toTheRight(-70), -70],
    ["pitch", up(20), 20],
    ["pitch", up(-25), -25],
    ["roll", clockwise(15), 15],
    ["roll", clockwise(-90), -90],
  ] as const)("reads %s alone when only that changes", (axis, turn, degrees) => {
    const expected = { yaw: 0, pitch: 0, roll: 0, [axis]: degrees };
    const pose = findPose(meshAfter(turn));
    for (const key of ["yaw", "pitch", "roll"] as const) expect(pose[key]).toBeCloseTo(expected[key], 3);
  });

  it("separates a tilted head that also looks aside and up", () => {
    const pose = findPose(meshAfter(clockwise(12), up(8), toTheRight(-30)));
    expect(pose.roll).toBeCloseTo(12, 3);
    expect(pose.pitch).toBeCloseTo(8, 3);
    expect(pose.yaw).toBeCloseTo(-30, 3);
  });
});
