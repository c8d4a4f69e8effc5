import { describe, expect, it } from "vitest";
import { decodeImage } from "./decode";
import { buildIco, buildIconBitmap, type IconPicture } from "./fixtures/build-ico";
import { largestDifference, makePicture, sharpOf, wide } from "./fixtures/picture";

const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;
const white = [255, 255, 255] as const;
const palette = [red, blue];
const opaque = [[0, 0]];

async function pixelsOf(bytes: Uint8Array): Promise<number[]> {
  return Array.from((await decodeImage(bytes, wide)).data);
}

const solid = (side: number, bits: 8 | 24, colour: readonly [number, number, number]): IconPicture => {
  const rows = Array.from({ length: side }, () =>
    Array<number>(side).fill(bits === 8 ? 0 : colour[0] * 0x10000 + colour[2]),
  );
  return buildIconBitmap(
    { width: side, bits, rows, ...(bits === 8 ? { palette: [colour] } : {}) },
    rows.map((row) => row.map(() => 0)),
  );
};

const pngEntry = async (side: number): Promise<IconPicture> => ({
  width: side,
  height: side,
  bits: 32,
  content: await sharpOf(makePicture()).png().toBuffer(),
});

describe("an icon's bitmaps", () => {
  it.each([
    ["1 bit", { width: 2, bits: 1, rows: [[0, 1]], palette }],
    ["4 bit", { width: 2, bits: 4, rows: [[0, 1]], palette }],
    ["8 bit", { width: 2, bits: 8, rows: [[0, 1]], palette }],
    ["24 bit", { width: 2, bits: 24, rows: [[0xff0000, 0x0000ff]] }],
    ["32 bit", { width: 2, bits: 32, rows: [[0xffff0000, 0xff0000ff]] }],
    ["32 bit without alpha", { width: 2, bits: 32, rows: [[0x00ff0000, 0x000000ff]] }],
  ] as const)("%s", async (_, spec) => {
    expect(await pixelsOf(buildIco([buildIconBitmap(spec, opaque)]))).toEqual([...red, ...blue]);
  });

  it("show white where the mask is set, from the bottom row up", async () => {
    const picture = buildIconBitmap(
      {
        width: 2,
        bits: 8,
        rows: [
          [0, 1],
          [1, 0],
        ],
        palette,
      },
      [
        [1, 0],
        [0, 1],
      ],
    );
    expect(await pixelsOf(buildIco([picture]))).toEqual([blue, white, white, blue].flat());
  });

  it("show white through their alpha channel", async () => {
    const picture = buildIconBitmap({ width: 2, bits: 32, rows: [[0xffff0000, 0x00ff0000]] }, opaque);
    expect(await pixelsOf(buildIco([picture]))).toEqual([...red, ...white]);
  });
});

describe("of several pictures", () => {
  it("the largest counts", async () => {
    const image = await decodeImage(buildIco([solid(2, 24, red), solid(16, 24, blue), solid(8, 24, red)]), wide);
    expect([image.width, image.height, ...image.data.subarray(0, 3)]).toEqual([16, 16, ...blue]);
  });

  it("the deepest of equally large ones counts", async () => {
    const image = await decodeImage(buildIco([solid(4, 8, red), solid(4, 24, blue)]), wide);
    expect(Array.from(image.data.subarray(0, 3))).toEqual([...blue]);
  });

  it("a side written as 0 is 256, and a PNG is read too", async () => {
    const image = await decodeImage(buildIco([solid(128, 24, red), await pngEntry(256)]), wide);
    expect(largestDifference(image, makePicture())).toBe(0);
  });
});

describe("icons that lie are refused", () => {
  it("at whatever byte they are cut", async () => {
    for (const whole of [buildIco([solid(2, 24, red)]), buildIco([await pngEntry(32)])]) {
      for (let length = 4; length < whole.length; length++) {
        await expect(pixelsOf(whole.subarray(0, length))).rejects.toMatchObject({ code: "image_unreadable" });
      }
    }
  });

  it("without a picture, or with more entries than there are", async () => {
    await expect(pixelsOf(buildIco([]))).rejects.toMatchObject({ code: "image_unreadable" });
    const many = buildIco([solid(2, 24, red)]);
    many.writeUInt16LE(65_535, 4);
    await expect(pixelsOf(many)).rejects.toMatchObject({ code: "image_unreadable" });
  });

  it("when the picture inside is far larger than the directory says", async () => {
    const picture = buildIconBitmap({ width: 60_000, bits: 24, rows: [[0, 0]] }, opaque);
    await expect(pixelsOf(buildIco([{ ...picture, width: 16 }]))).rejects.toMatchObject({
      code: "image_too_many_pixels",
    });
  });
});
