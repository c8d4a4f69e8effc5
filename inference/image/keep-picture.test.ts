import type { Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { decodeImage } from "./decode";
import { buildBmp } from "./fixtures/build-bmp";
import { largestDifference, makePicture, sharpOf, wide } from "./fixtures/picture";
import { keepPicture } from "./keep-picture";
import { restrictedSharp } from "./restricted-sharp";

const picture = makePicture();
const plain = () => sharpOf(picture);
const keep = async (bytes: Uint8Array) => keepPicture(bytes, await decodeImage(bytes, wide));

const jpeg = { quality: 95, chromaSubsampling: "4:4:4" } as const;
const bare: [string, Sharp, string][] = [
  ["a JPEG", plain().jpeg(jpeg), "image/jpeg"],
  ["a progressive JPEG", plain().jpeg({ ...jpeg, progressive: true }), "image/jpeg"],
  ["a grey JPEG", plain().greyscale().jpeg(), "image/jpeg"],
  ["a CMYK JPEG", plain().toColourspace("cmyk").jpeg(), "image/jpeg"],
  ["a PNG", plain().png(), "image/png"],
  ["a PNG with a palette", plain().png({ palette: true }), "image/png"],
  ["a PNG with transparency", plain().ensureAlpha(0.5).png(), "image/png"],
  ["a PNG of 16 bits", plain().toColourspace("rgb16").png(), "image/png"],
  ["a WebP", plain().webp(), "image/webp"],
  ["a WebP without losses", plain().webp({ lossless: true }), "image/webp"],
  ["a WebP with transparency", plain().ensureAlpha(0.5).webp(), "image/webp"],
];
describe("a file that is nothing but its picture", () => {
  it.each(bare)("is kept byte for byte when it is %s", async (_, file, mediaType) => {
    const bytes = await file.toBuffer();
    expect(await keep(bytes)).toEqual({ bytes, mediaType });
  });

  it("is kept byte for byte when it is a JPEG with the usual header", async () => {
    const bytes = insert(await plain().jpeg(jpeg).toBuffer(), 2, jfif(0));
    expect(await keep(bytes)).toEqual({ bytes, mediaType: "image/jpeg" });
  });
});

const gps = { IFD0: { Copyright: "somebody" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 3230/100" } };
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>';
const metadata: [string, (file: Sharp) => Sharp][] = [
  ["where and by whom it was taken", (file) => file.withExif(gps)],
  ["a description in XMP", (file) => file.withXmp(xmp)],
  ["a colour profile", (file) => file.withIccProfile("srgb")],
];
const encoders: [string, (file: Sharp) => Sharp, string, number][] = [
  ["jpeg", (file) => file.jpeg(jpeg), "image/jpeg", 24],
  ["png", (file) => file.png(), "image/png", 0],
  ["webp", (file) => file.webp({ lossless: true }), "image/jpeg", 24],
  ["tiff", (file) => file.tiff({ compression: "lzw" }), "image/jpeg", 24],
];
const told = encoders.flatMap(([format, encode, mediaType, difference]) =>
  metadata.map(([what, add]) => ({ format, what, mediaType, difference, file: encode(add(plain())) })),
);

async function expectClean(bytes: Uint8Array, mediaType: string, differenceMax: number): Promise<void> {
  const kept = await keep(bytes);
  expect(kept.mediaType).toBe(mediaType);
  const { exif, xmp: words, icc, iptc, orientation, comments } = await restrictedSharp(kept.bytes).metadata();
  expect([exif, words, icc, iptc, orientation, comments]).toEqual(Array.from({ length: 6 }));
  expect(largestDifference(await decodeImage(kept.bytes, wide), picture)).toBeLessThanOrEqual(differenceMax);
  // What was written anew needs no further cleaning.
  expect(await keep(kept.bytes)).toEqual(kept);
}

describe("a file that tells more", () => {
  it.each(told)("loses $what in $format, and keeps its pixels", async ({ file, mediaType, difference }) => {
    await expectClean(await file.toBuffer(), mediaType, difference);
  });

  it("comes out upright", async () => {
    const lying = plain().rotate(-90).withMetadata({ orientation: 6 });
    await expectClean(await lying.clone().png().toBuffer(), "image/png", 0);
    await expectClean(await lying.clone().jpeg(jpeg).toBuffer(), "image/jpeg", 24);
  });

  it("keeps its pixels exactly when its format has no losses", async () => {
    await expectClean(await plain().gif({ dither: 0 }).toBuffer(), "image/png", 8);
    // Bottom row first, one number a pixel.
    const { data, width, height } = picture;
    const pixel = (x: number, y: number) => Buffer.from(data).readUIntBE((y * width + x) * 3, 3);
    const indices = (length: number) => Array.from({ length }, (_, index) => index);
    const rows = indices(height).map((y) => indices(width).map((x) => pixel(x, height - 1 - y)));
    const bmp = buildBmp({ width, bits: 24, rows });
    await expectClean(bmp, "image/png", 0);
  });
});

const insert = (bytes: Uint8Array, at: number, ...more: Uint8Array[]) =>
  Buffer.concat([bytes.subarray(0, at), ...more, bytes.subarray(at)]);
const segment = (code: number, body: Buffer) => {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
/** A header of 72 dots an inch, with a preview of so many grey pixels. */
const jfif = (pixels: number) =>
  segment(
    0xe0,
    Buffer.from([...Buffer.from("JFIF\0"), 1, 1, 1, 0, 72, 0, 72, pixels, pixels, ...Buffer.alloc(3 * pixels)]),
  );
const chunk = (name: string, body: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), length, body]);
};
const zip = Buffer.from("PK\u0003\u0004 and more");

describe("a file with something hidden in it", () => {
  it.each([
    ["behind a JPEG", (bytes: Buffer) => Buffer.concat([bytes, zip])],
    ["in a comment of a JPEG", (bytes: Buffer) => insert(bytes, 2, segment(0xfe, zip))],
    ["in a segment of an application", (bytes: Buffer) => insert(bytes, 2, segment(0xed, zip))],
    ["in a header with a preview", (bytes: Buffer) => insert(bytes, 2, jfif(1))],
    ["in a second header", (bytes: Buffer) => insert(bytes, 2, segment(0xe0, Buffer.from("JFXX\0 preview")))],
  ])("does not carry it on %s", async (_, hide) => {
    await expectClean(hide(await plain().jpeg(jpeg).toBuffer()), "image/jpeg", 24);
  });

  it("does not carry it on behind a PNG or a WebP", async () => {
    await expectClean(Buffer.concat([await plain().png().toBuffer(), zip]), "image/png", 0);
    const webp = await plain().webp({ lossless: true }).toBuffer();
    const longer = Buffer.concat([webp, chunk("secr", Buffer.from("even"))]);
    longer.writeUInt32LE(longer.length - 8, 4);
    await expectClean(longer, "image/jpeg", 24);
  });

  it("does not carry on the further frames of an animation", async () => {
    const frames = [picture, { ...picture, data: picture.data.map((value) => 255 - value) }];
    const inputs = frames.map(({ data, width, height }) => ({ raw: { width, height, channels: 3 as const }, data }));
    const pages = inputs.map(({ data, raw }) => restrictedSharp(data, { raw }).png());
    const files = await Promise.all(pages.map((page) => page.toBuffer()));
    const animation = restrictedSharp(files, { join: { animated: true } });
    for (const file of [animation.clone().webp({ lossless: true }), animation.clone().gif()]) {
      const bytes = await file.toBuffer();
      expect((await restrictedSharp(bytes).metadata()).pages).toBe(2);
      const kept = await keep(bytes);
      expect((await restrictedSharp(kept.bytes).metadata()).pages ?? 1).toBe(1);
    }
  });
});
