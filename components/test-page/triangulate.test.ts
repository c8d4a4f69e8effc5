import { expect, it } from "vitest";
import { type Point, triangulate } from "./triangulate";

it("covers a square with its middle by four triangles", () => {
  const square: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [5, 4],
  ];
  const triangles = triangulate(square);
  expect(triangles).toHaveLength(4);
  expect(triangles.every((triangle) => triangle.includes(4))).toBe(true);
});

it("leaves no point of a face's number inside the circle of a triangle", () => {
  const points = Array.from({ length: 106 }, (_, at): Point => [((at * 7919) % 211) + at / 200, (at * 104_729) % 197]);
  const triangles = triangulate(points);
  // Euler: 2n - 2 - h triangles for h points on the outline.
  expect(triangles.length).toBeGreaterThan(180);
  const area = ([a, b, c]: readonly [Point, Point, Point]) =>
    Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2;
  const sum = triangles.reduce((total, [a, b, c]) => total + area([points[a]!, points[b]!, points[c]!]), 0);
  expect(sum).toBeGreaterThan(30_000);
  expect(sum).toBeLessThan(212 * 197);
});

it("has nothing to say of less than three points", () => {
  expect(triangulate([])).toEqual([]);
  expect(triangulate([[1, 2]])).toEqual([]);
});
