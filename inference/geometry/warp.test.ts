import { describe, expect, it } from "vitest";
import type { RgbImage } from "@/inference/image/rgb-image";
import { squareCrop } from "./similarity";
import { warpCrop } from "./warp";

/** Red grows with x, green with y: bilinear sampling of it must be exact. */
function ramp(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([2 * x, 2 * y, 7], (y * width + x) * 3);
  }
  return { data, width, height };
}

const identity = { a: 1, b: 0, tx: 0, ty: 0 };

describe("warpCrop", () => {
  it("returns the image itself for the identity", () => {
    const image = ramp(9, 5);
    expect(warpCrop(image, identity, 9, 5)).toEqual(image.data);
  });

  it("turns by a quarter without loss", () => {
    const image = ramp(6, 6);
    const crop = warpCrop(image, squareCrop([3, 3], 6, Math.PI / 2, 6), 6);
    // The crop's x axis points down the image, so the crop's row 0 is the image's last column.
    for (let x = 0; x < 6; x++) expect([...crop.subarray(x * 3, x * 3 + 2)]).toEqual([10, 2 * x]);
  });

  it("reads between pixels linearly", () => {
    const crop = warpCrop(ramp(8, 8), { ...identity, tx: 2.5, ty: 1 }, 2);
    expect([...crop.subarray(0, 3)]).toEqual([5, 2, 7]);
  });

  it("repeats the edge outside the image", () => {
    const crop = warpCrop(ramp(4, 4), { ...identity, tx: -100, ty: 100 }, 2);
    expect([...crop.subarray(0, 3)]).toEqual([0, 6, 7]);
  });

  it("averages what lies under a pixel when it shrinks", () => {
    const width = 64;
    const stripes = Uint8Array.from({ length: width * width * 3 }, (_, i) => (Math.floor(i / 3) % 2 ? 200 : 0));
    const crop = warpCrop({ data: stripes, width, height: width }, squareCrop([32, 32], 64, 0, 8), 8);
    for (const value of crop) expect(Math.abs(value - 100)).toBeLessThanOrEqual(1);
  });
});
