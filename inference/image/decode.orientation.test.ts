import { describe, expect, it } from "vitest";
import { decodeImage } from "./decode";
import { largestDifference, makePicture, sharpOf, wide } from "./fixtures/picture";
import type { RgbImage } from "./rgb-image";

const upright = makePicture();
const { width: w, height: h } = upright;

/** EXIF 2.3, tag 0x0112: which upright pixel (x, y) is stored in row r and column c. */
const uprightPixelAt: Readonly<Record<number, (r: number, c: number) => readonly [x: number, y: number]>> = {
  1: (r, c) => [c, r],
  2: (r, c) => [w - 1 - c, r],
  3: (r, c) => [w - 1 - c, h - 1 - r],
  4: (r, c) => [c, h - 1 - r],
  5: (r, c) => [r, c],
  6: (r, c) => [w - 1 - r, c],
  7: (r, c) => [w - 1 - r, h - 1 - c],
  8: (r, c) => [r, h - 1 - c],
};

function storeFor(orientation: number): RgbImage {
  const [width, height] = orientation < 5 ? [w, h] : [h, w];
  const data = new Uint8Array(upright.data.length);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = uprightPixelAt[orientation]?.(Math.floor(i / width), i % width) ?? [0, 0];
    data.set(upright.data.subarray((y * w + x) * 3, (y * w + x) * 3 + 3), i * 3);
  }
  return { data, width, height };
}

const orientations = Object.keys(uprightPixelAt).map(Number);

describe("every EXIF orientation comes out upright", () => {
  it.each(orientations)("orientation %i in jpeg", async (orientation) => {
    const encoder = sharpOf(storeFor(orientation)).withMetadata({ orientation });
    const bytes = await encoder.jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer();
    expect(largestDifference(await decodeImage(bytes, wide), upright)).toBeLessThanOrEqual(12);
  });

  it.each(orientations)("orientation %i in webp, png and tiff", async (orientation) => {
    const encoder = sharpOf(storeFor(orientation)).withMetadata({ orientation });
    const files = [
      encoder.clone().webp({ lossless: true }),
      encoder.clone().png(),
      encoder.clone().tiff({ compression: "lzw" }),
    ];
    for (const file of files) {
      expect(largestDifference(await decodeImage(await file.toBuffer(), wide), upright)).toBe(0);
    }
  });
});
