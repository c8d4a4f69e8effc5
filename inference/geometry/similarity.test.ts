import { describe, expect, it } from "vitest";
import type { Point } from "@/inference/pipeline/analysis";
import { angleBetween, applyTo, fitSimilarity, scaleOf, squareCrop } from "./similarity";

const square: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

describe("fitSimilarity", () => {
  it("finds a known turn, scale and shift exactly", () => {
    const known = { a: 1.2, b: -0.7, tx: 31, ty: -4 };
    const found = fitSimilarity(
      square,
      square.map((point) => applyTo(known, point)),
    );
    for (const key of ["a", "b", "tx", "ty"] as const) expect(found[key]).toBeCloseTo(known[key], 10);
  });

  it("is the least-squares answer: no nearby similarity fits noisy points better", () => {
    const noisy: Point[] = [
      [1, 2],
      [19, 1],
      [22, 23],
      [-1, 18],
    ];
    const best = fitSimilarity(square, noisy);
    const errorOf = (transform: typeof best) =>
      square.reduce((sum, point, i) => {
        const [x, y] = applyTo(transform, point);
        return sum + (x - (noisy[i]?.[0] ?? 0)) ** 2 + (y - (noisy[i]?.[1] ?? 0)) ** 2;
      }, 0);
    for (const key of ["a", "b", "tx", "ty"] as const) {
      for (const change of [-0.01, 0.01]) {
        expect(errorOf({ ...best, [key]: best[key] + change })).toBeGreaterThan(errorOf(best));
      }
    }
  });

  it("refuses points that all lie on one spot", () => {
    const spot: Point[] = [
      [3, 3],
      [3, 3],
    ];
    expect(() => fitSimilarity(spot, spot)).toThrow(RangeError);
  });
});

describe("squareCrop", () => {
  it("puts the centre of the crop on the given centre, whatever the angle", () => {
    const [x, y] = applyTo(squareCrop([40, 25], 30, 0.4, 192), [96, 96]);
    expect(x).toBeCloseTo(40, 10);
    expect(y).toBeCloseTo(25, 10);
  });

  it("scales by the ratio of the sides", () => {
    expect(scaleOf(squareCrop([0, 0], 96, 1, 192))).toBeCloseTo(0.5, 10);
  });

  it("levels the eyes whose angle it is given", () => {
    const [left, right]: Point[] = [
      [10, 20],
      [30, 26],
    ] as [Point, Point];
    const crop = squareCrop([20, 30], 50, angleBetween(left as Point, right as Point), 100);
    const ahead = applyTo(crop, [60, 50]);
    const start = applyTo(crop, [50, 50]);
    expect(angleBetween(start, ahead)).toBeCloseTo(angleBetween(left as Point, right as Point), 10);
  });
});
