import { describe, expect, it } from "vitest";
import { fitRotation, type Matrix3 } from "./rotation";

const points = [0, 0, 0, 10, 0, 1, 0, 7, 2, 3, 4, -5, -6, 2, 8];

function rotate([a, b, c]: Matrix3): number[] {
  const rotated: number[] = [];
  for (let i = 0; i < points.length; i += 3) {
    const [x = 0, y = 0, z = 0] = points.slice(i, i + 3);
    for (const row of [a, b, c]) rotated.push(row[0] * x + row[1] * y + row[2] * z);
  }
  return rotated;
}

function about(axis: "x" | "y" | "z", degrees: number): Matrix3 {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const rotations = {
    x: [
      [1, 0, 0],
      [0, c, -s],
      [0, s, c],
    ],
    y: [
      [c, 0, s],
      [0, 1, 0],
      [-s, 0, c],
    ],
    z: [
      [c, -s, 0],
      [s, c, 0],
      [0, 0, 1],
    ],
  } as const satisfies Record<string, Matrix3>;
  return rotations[axis];
}

describe("fitRotation", () => {
  it.each([
    ["x", 25],
    ["x", -80],
    ["y", 40],
    ["y", 180],
    ["z", 90],
    ["z", -170],
    ["z", 0],
  ] as const)("finds a turn about %s by %i degrees, whatever scale and shift", (axis, degrees) => {
    const known = about(axis, degrees);
    const found = fitRotation(
      points,
      rotate(known).map((value) => 3 * value + 11),
    );
    for (const [i, row] of known.entries()) {
      for (const [j, value] of row.entries()) expect(found[i]?.[j]).toBeCloseTo(value, 8);
    }
  });

  it("never answers with a mirroring", () => {
    const mirrored = points.map((value, i) => (i % 3 === 0 ? -value : value));
    const [a, b, c] = fitRotation(points, mirrored);
    const determinant =
      a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
    expect(determinant).toBeCloseTo(1, 8);
  });
});
