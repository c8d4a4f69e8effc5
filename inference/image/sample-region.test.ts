import { describe, expect, it } from "vitest";
import { createPyramid } from "./pyramid";
import type { RgbImage } from "./rgb-image";
import { sampleRegion } from "./sample-region";

/** Red grows to the right, green downwards, one per pixel. */
function ramp(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([x, y, 7], (y * width + x) * 3);
  }
  return { data, width, height };
}

describe("sampleRegion", () => {
  it("copies pixels exactly at their own size", () => {
    const image = ramp(20, 10);
    expect([...sampleRegion(createPyramid(image), { x: 0, y: 0, step: 1, width: 20, height: 10 })]).toEqual([
      ...image.data,
    ]);
  });

  it("is black outside the picture and nowhere else", () => {
    const sampled = sampleRegion(createPyramid(ramp(4, 4)), { x: -2, y: -1, step: 1, width: 8, height: 6 });
    const blue = Array.from({ length: 6 }, (_, y) => Array.from({ length: 8 }, (_, x) => sampled[(y * 8 + x) * 3 + 2]));
    const outside = [0, 0, 0, 0, 0, 0, 0, 0];
    const inside = [0, 0, 7, 7, 7, 7, 0, 0];
    expect(blue).toEqual([outside, inside, inside, inside, inside, outside]);
  });

  it("keeps positions when it shrinks: a ramp stays a ramp with the same values", () => {
    const sampled = sampleRegion(createPyramid(ramp(240, 120)), { x: 0, y: 0, step: 4, width: 60, height: 30 });
    for (const [x, y] of [
      [5, 5],
      [30, 12],
      [50, 25],
    ] as const) {
      const at = (y * 60 + x) * 3;
      expect(Math.abs((sampled[at] ?? 0) - ((x + 0.5) * 4 - 0.5))).toBeLessThanOrEqual(1);
      expect(Math.abs((sampled[at + 1] ?? 0) - ((y + 0.5) * 4 - 0.5))).toBeLessThanOrEqual(1);
    }
  });

  it("averages what it skips: fine stripes become even grey instead of noise", () => {
    const stripes = {
      data: new Uint8Array(64 * 64 * 3).map((_, i) => (Math.floor(i / 3) % 2 ? 200 : 0)),
      width: 64,
      height: 64,
    };
    const sampled = sampleRegion(createPyramid(stripes), { x: 0, y: 0, step: 4, width: 16, height: 16 });
    expect(new Set(sampled)).toEqual(new Set([100]));
  });
});
