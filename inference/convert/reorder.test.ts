import { expect, it } from "vitest";
import { toDepthwise, toOihw } from "./reorder";

it("turns height, width, in, out into out, in, height, width", () => {
  // The value at (y, x, i, o) names its place in decimal digits.
  const at = (y: number, x: number, i: number, o: number) => y * 1000 + x * 100 + i * 10 + o;
  const [height, width, inputs, outputs] = [2, 3, 2, 2];
  const all = <T>(a: number, b: number, c: number, d: number, f: (...i: [number, number, number, number]) => T) =>
    Array.from({ length: a * b * c * d }, (_, n) =>
      f(Math.floor(n / (b * c * d)), Math.floor(n / (c * d)) % b, Math.floor(n / d) % c, n % d),
    );
  const data = Float32Array.from(all(height, width, inputs, outputs, at));
  const { dims, data: reordered } = toOihw({ dims: [height, width, inputs, outputs], data });
  expect(dims).toEqual([2, 2, 2, 3]);
  expect(Array.from(reordered)).toEqual(all(outputs, inputs, height, width, (o, i, y, x) => at(y, x, i, o)));
});

it("gives each channel of a depthwise filter its multiples in a row", () => {
  const data = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const { dims, data: reordered } = toDepthwise({ dims: [1, 2, 2, 2], data });
  expect(dims).toEqual([4, 1, 1, 2]);
  expect(Array.from(reordered)).toEqual([1, 5, 2, 6, 3, 7, 4, 8]);
});
