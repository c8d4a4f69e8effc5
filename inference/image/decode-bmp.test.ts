import { describe, expect, it } from "vitest";
import { decodeImage } from "./decode";
import { type BmpSpec, buildBmp } from "./fixtures/build-bmp";
import { wide } from "./fixtures/picture";

type Rgb = readonly [number, number, number];

const black: Rgb = [0, 0, 0];
const red: Rgb = [255, 0, 0];
const green: Rgb = [0, 255, 0];
const blue: Rgb = [0, 0, 255];
const white: Rgb = [255, 255, 255];
const palette = [black, red, green, blue, white];

/** What the picture must show, from the top row down, as palette indices. */
const shown = [
  [1, 2, 3],
  [4, 0, 1],
];
const shownColours = shown.flat().flatMap((index) => [...(palette[index] as Rgb)]);
const bottomUp = shown.toReversed();

const toRows = (store: (colour: Rgb) => number) =>
  bottomUp.map((row) => row.map((index) => store(palette[index] as Rgb)));
const bgr = ([r, g, b]: Rgb) => b + g * 0x100 + r * 0x10000;

async function pixelsOf(bytes: Uint8Array): Promise<number[]> {
  return Array.from((await decodeImage(bytes, wide)).data);
}

const threeWide = { width: 3, palette } as const;
const masks565 = [0xf800, 0x07e0, 0x001f];
const masksRgba = [0x000000ff, 0x0000ff00, 0x00ff0000, 0xff000000];

const variants = {
  "2 bit": {
    ...threeWide,
    bits: 2,
    rows: [
      [0, 0, 1],
      [1, 2, 3],
    ],
    palette: [white, red, green, blue],
  },
  "4 bit": { ...threeWide, bits: 4, rows: bottomUp },
  "8 bit": { ...threeWide, bits: 8, rows: bottomUp },
  "8 bit, OS/2 header": {
    ...threeWide,
    bits: 8,
    rows: bottomUp,
    headerBytes: 12,
    palette: [...palette, ...Array(251).fill(black)],
  },
  "8 bit, 124-byte header": { ...threeWide, bits: 8, rows: bottomUp, headerBytes: 124 },
  "16 bit": { width: 3, bits: 16, rows: toRows(([r, g, b]) => ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3)) },
  "16 bit with 5-6-5 masks": {
    width: 3,
    bits: 16,
    compression: 3,
    masks: masks565,
    rows: toRows(([r, g, b]) => ((r >> 3) << 11) | ((g >> 2) << 5) | (b >> 3)),
  },
  "24 bit": { width: 3, bits: 24, rows: toRows(bgr) },
  "24 bit, OS/2 header": { width: 3, bits: 24, headerBytes: 12, rows: toRows(bgr) },
  "24 bit, top down": { width: 3, bits: 24, isTopDown: true, rows: toRows(bgr).toReversed() },
  "24 bit with a palette as a hint": { width: 3, bits: 24, rows: toRows(bgr), palette },
  "32 bit, fourth byte ignored": { width: 3, bits: 32, rows: toRows((colour) => bgr(colour) + 0x77000000) },
  "32 bit with masks in a 56-byte header": {
    width: 3,
    bits: 32,
    headerBytes: 56,
    compression: 3,
    masks: masksRgba,
    rows: toRows(([r, g, b]) => r + g * 0x100 + b * 0x10000 + 0xff000000),
  },
  "32 bit with masks behind the header": {
    width: 3,
    bits: 32,
    compression: 3,
    masks: [0x3ff00000, 0x000ffc00, 0x000003ff],
    rows: toRows(([r, g, b]) => (r ? 0x3ff00000 : 0) + (g ? 0xffc00 : 0) + (b ? 0x3ff : 0)),
  },
} satisfies Record<string, BmpSpec>;

describe("bitmaps are read whatever their layout", () => {
  it.each(Object.entries(variants).filter(([name]) => name !== "2 bit"))("%s", async (_, spec) => {
    expect(await pixelsOf(buildBmp(spec))).toEqual(shownColours);
  });

  it("1 bit and 2 bit, several pixels in a byte", async () => {
    const oneBit = buildBmp({ width: 10, bits: 1, rows: [[1, 0, 0, 0, 0, 0, 0, 0, 1, 0]], palette: [red, blue] });
    expect(await pixelsOf(oneBit)).toEqual(
      [1, 0, 0, 0, 0, 0, 0, 0, 1, 0].flatMap((bit) => (bit ? [...blue] : [...red])),
    );
    expect(await pixelsOf(buildBmp(variants["2 bit"]))).toEqual([red, green, blue, white, white, red].flat());
  });

  it("lays an alpha channel on white, unless it is zero everywhere", async () => {
    const spec = { width: 2, bits: 32, headerBytes: 56, compression: 3, masks: masksRgba } as const;
    expect(await pixelsOf(buildBmp({ ...spec, rows: [[0xff0000ff, 0x000000ff]] }))).toEqual([...red, ...white]);
    expect(await pixelsOf(buildBmp({ ...spec, rows: [[0x000000ff, 0x0000ff00]] }))).toEqual([...red, ...green]);
  });

  it("shows palette indices beyond the palette as black", async () => {
    expect(await pixelsOf(buildBmp({ width: 2, bits: 8, rows: [[1, 200]], palette: [white, red] }))).toEqual([
      ...red,
      ...black,
    ]);
  });
});

describe("run-length coded bitmaps", () => {
  const rle8 = (...bytes: number[]) =>
    buildBmp({ ...threeWide, bits: 8, rows: bottomUp, compression: 1, pixelBytes: Uint8Array.from(bytes) });
  const rle4 = (...bytes: number[]) =>
    buildBmp({ ...threeWide, bits: 4, rows: bottomUp, compression: 2, pixelBytes: Uint8Array.from(bytes) });

  it("RLE8 with literals, runs, line ends and the end mark", async () => {
    expect(await pixelsOf(rle8(0, 3, 4, 0, 1, 0, 0, 0, 1, 1, 1, 2, 1, 3, 0, 1))).toEqual(shownColours);
  });

  it("RLE4 alternates two indices in a run and packs literals in halves", async () => {
    expect(await pixelsOf(rle4(0, 3, 0x40, 0x10, 0, 0, 2, 0x12, 1, 0x30, 0, 1))).toEqual(shownColours);
  });

  it("a jump leaves pixels at index 0", async () => {
    const pixels = await pixelsOf(rle8(0, 2, 2, 1, 1, 3, 0, 1));
    expect(pixels).toEqual(
      [
        [black, black, blue],
        [black, black, black],
      ].flat(2),
    );
  });

  it("accepts a missing end mark after the last pixel and drops what runs over the edge", async () => {
    expect(await pixelsOf(rle8(0, 3, 4, 0, 1, 0, 0, 0, 1, 1, 1, 2, 255, 3))).toEqual(shownColours);
  });

  it.each([[[0, 3, 4]], [[3, 1, 0, 0, 2, 1]], [[0, 2, 1]], [[]]])("refuses data that end early: %j", async (bytes) => {
    await expect(pixelsOf(rle8(...bytes))).rejects.toMatchObject({ code: "image_unreadable" });
  });
});

describe("bitmaps that lie are refused", () => {
  const valid: BmpSpec = { width: 3, bits: 24, rows: toRows(bgr) };

  it("at whatever byte they are cut", async () => {
    for (const whole of [buildBmp(valid), buildBmp(variants["8 bit"])]) {
      for (let length = 18; length < whole.length; length++) {
        await expect(pixelsOf(whole.subarray(0, length))).rejects.toMatchObject({ code: "image_unreadable" });
      }
    }
  });

  it.each([
    ["more rows than there are", { statedHeight: 4 }, "image_unreadable"],
    ["no rows", { statedHeight: 0 }, "image_unreadable"],
    ["a negative width", { width: -3 }, "image_unreadable"],
    ["more pixels than allowed", { statedHeight: 16_000, width: 16_000 }, "image_too_many_pixels"],
    ["a side beyond the limit", { statedHeight: 2_000_000_000, width: 1 }, "image_too_many_pixels"],
    ["an unknown header", { headerBytes: 44 }, "image_unreadable"],
    ["a depth nobody uses", { bits: 24, compression: 1 }, "image_unreadable"],
    ["a JPEG inside", { compression: 4 }, "image_unsupported"],
    ["masks with gaps", { bits: 32, compression: 3, masks: [0xf0f0, 0xff, 0xff] }, "image_unreadable"],
  ] as const)("with %s", async (_, lie, code) => {
    await expect(pixelsOf(buildBmp({ ...valid, ...lie }))).rejects.toMatchObject({ code });
  });
});
