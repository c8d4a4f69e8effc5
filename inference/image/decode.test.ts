import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { decodeImage } from "./decode";
import { buildPng } from "./fixtures/build-png";
import { largestDifference, makePicture, mapPixels, meanDifference, sharpOf, wide } from "./fixtures/picture";

const picture = makePicture();
const { width, height } = picture;

const decodedDifference = async (bytes: Uint8Array, expected = picture) =>
  largestDifference(await decodeImage(bytes, wide), expected);

/** What a picture with one opacity everywhere looks like on a white page. */
const onWhite = (opacity: number) =>
  mapPixels(picture, (rgb) => rgb.map((value) => Math.round(value * opacity + 255 * (1 - opacity))));

describe("lossless formats come out exactly", () => {
  const encoded = {
    png: () => sharpOf(picture).png(),
    "interlaced png": () => sharpOf(picture).png({ progressive: true }),
    "palette png": () => sharpOf(picture).png({ palette: true, effort: 10 }),
    "16-bit png": () => sharpOf(picture).toColourspace("rgb16").png(),
    webp: () => sharpOf(picture).webp({ lossless: true }),
    gif: () => sharpOf(picture).gif({ dither: 0 }),
    "lzw tiff": () => sharpOf(picture).tiff({ compression: "lzw" }),
    "tiled deflate tiff": () => sharpOf(picture).tiff({ compression: "deflate", tile: true }),
    bigtiff: () => sharpOf(picture).tiff({ compression: "none", bigtiff: true }),
  } satisfies Record<string, () => Sharp>;

  it.each(Object.entries(encoded))("%s", async (name, encode) => {
    expect(await decodedDifference(await encode().toBuffer())).toBeLessThanOrEqual(
      name.includes("palette") || name === "gif" ? 3 : 0,
    );
  });
});

describe("lossy and converted formats come out close", () => {
  const encoded = {
    jpeg: () => sharpOf(picture).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }),
    "progressive jpeg": () => sharpOf(picture).jpeg({ quality: 95, chromaSubsampling: "4:4:4", progressive: true }),
    "lossy webp": () => sharpOf(picture).webp({ quality: 100 }),
    "jpeg in tiff": () => sharpOf(picture).tiff({ compression: "jpeg", quality: 95 }),
    "cmyk jpeg": () => sharpOf(picture).toColourspace("cmyk").jpeg({ quality: 98 }),
    "cmyk tiff": () => sharpOf(picture).toColourspace("cmyk").tiff({ compression: "lzw" }),
  } satisfies Record<string, () => Sharp>;

  it.each(Object.entries(encoded))("%s", async (_, encode) => {
    expect(meanDifference(await decodeImage(await encode().toBuffer(), wide), picture)).toBeLessThan(15);
  });
});

describe("grey", () => {
  const level = (x: number, y: number) => (x * 7 + y * 3) % 256;
  const samples = Array.from({ length: width * height }, (_, i) => level(i % width, Math.floor(i / width)));
  const grey = { width, height, data: Uint8Array.from(samples.flatMap((value) => [value, value, value])) };
  const rows = (pack: (value: number) => number[]) =>
    Uint8Array.from(
      Array.from({ length: height }, (_, y) => [0, ...samples.slice(y * width, (y + 1) * width).flatMap(pack)]).flat(),
    );

  it("8 bit becomes three equal channels", async () => {
    const bytes = buildPng({ width, height, bitDepth: 8, colorType: 0, rows: rows((value) => [value]) });
    expect(await decodedDifference(bytes, grey)).toBe(0);
  });

  it("16 bit keeps its upper byte", async () => {
    const bytes = buildPng({ width, height, bitDepth: 16, colorType: 0, rows: rows((value) => [value, value]) });
    expect(await decodedDifference(bytes, grey)).toBeLessThanOrEqual(1);
  });

  it("with alpha is laid on white", async () => {
    const bytes = buildPng({ width, height, bitDepth: 8, colorType: 4, rows: rows((value) => [value, 0]) });
    expect(await decodedDifference(bytes, { ...grey, data: grey.data.map(() => 255) })).toBe(0);
  });

  it("1 bit becomes black and white", async () => {
    const bits = Uint8Array.from([0, 0b10110000, 0, 0b01000000]);
    const { data } = await decodeImage(buildPng({ width: 4, height: 2, bitDepth: 1, colorType: 0, rows: bits }), wide);
    expect(Array.from(data).filter((_, i) => i % 3 === 0)).toEqual([255, 0, 255, 255, 0, 255, 0, 0]);
  });
});

describe("transparency is laid on white", () => {
  it.each([
    ["png", () => sharpOf(picture).ensureAlpha(0.5).png()],
    ["16-bit png", () => sharpOf(picture).ensureAlpha(0.5).toColourspace("rgb16").png()],
    ["webp", () => sharpOf(picture).ensureAlpha(0.5).webp({ lossless: true, exact: true })],
    ["tiff", () => sharpOf(picture).ensureAlpha(0.5).tiff({ compression: "lzw" })],
  ] as const)("%s", async (_, encode) => {
    expect(await decodedDifference(await encode().toBuffer(), onWhite(0.5))).toBeLessThanOrEqual(2);
  });
});

describe("several frames or pages", () => {
  const frames = sharp(Buffer.concat([picture.data, picture.data.map((value) => 255 - value)]), {
    raw: { width, height: height * 2, channels: 3, pageHeight: height },
  });

  it.each([
    ["gif", () => frames.clone().gif({ dither: 0 })],
    ["webp", () => frames.clone().webp({ lossless: true })],
    ["tiff", () => frames.clone().tiff({ compression: "lzw" })],
  ] as const)("only the first of a %s counts", async (_, encode) => {
    expect(await decodedDifference(await encode().toBuffer())).toBeLessThanOrEqual(3);
  });
});

it("drops what is appended to a picture", async () => {
  const jpeg = await sharpOf(picture).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer();
  const polyglot = Buffer.concat([jpeg, Buffer.from("<html><script>alert(1)</script></html>PK\x03\x04")]);
  expect(await decodedDifference(polyglot)).toBeLessThanOrEqual(12);
});

it("gives the same pixels for the same bytes", async () => {
  const jpeg = await sharpOf(picture).jpeg().toBuffer();
  expect(largestDifference(await decodeImage(jpeg, wide), await decodeImage(jpeg, wide))).toBe(0);
});
