import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodeImage } from "./decode";
import { buildPng } from "./fixtures/build-png";
import { makePicture, sharpOf, wide } from "./fixtures/picture";

const codeOf = (bytes: Uint8Array) =>
  decodeImage(bytes, wide).then(
    () => "decoded",
    (error: { code?: string }) => error.code,
  );

const textBytes = (text: string) => Buffer.from(text, "latin1");

describe("other formats are refused by content", () => {
  it.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>', /SVG/],
    ["SVG with an XML head", '\xef\xbb\xbf<?xml version="1.0"?><svg/>', /SVG/],
    ["HTML named photo.jpg", "<!doctype html><script>alert(1)</script>", /HTML/],
    ["PDF", "%PDF-1.7\n1 0 obj", /PDF/],
    ["HEIC", "\0\0\0\x18ftypheic\0\0\0\0mif1heic", /HEIC/],
    ["AVIF", "\0\0\0\x1cftypavif\0\0\0\0avifmif1", /AVIF/],
    ["JPEG XL", "\xff\x0a\xfa\x1f", /JPEG XL/],
    ["JPEG 2000", "\0\0\0\x0cjP  \r\n\x87\n", /JPEG 2000/],
    ["ZIP", "PK\x03\x04\x14\0", /ZIP/],
    ["a cursor", "\0\0\x02\0\x01\0", /no image of a known format/],
    ["text", "BM is how this text begins", /no image of a known format/],
    ["a WAV file", "RIFF\x24\0\0\0WAVEfmt ", /no image of a known format/],
  ])("%s", async (_, content, message) => {
    await expect(decodeImage(textBytes(content), wide)).rejects.toMatchObject({ code: "image_unsupported", message });
  });

  it("a real AVIF, although the library could read it", async () => {
    const bytes = await sharpOf(makePicture()).avif({ effort: 0 }).toBuffer();
    expect(await codeOf(bytes)).toBe("image_unsupported");
  });

  it("a float TIFF, which has no defined white", async () => {
    const samples = Float32Array.from({ length: 16 * 16 * 3 }, (_, i) => i / 768);
    const bytes = await sharp(samples, { raw: { width: 16, height: 16, channels: 3 } })
      .toColourspace("scrgb")
      .tiff({ compression: "none" })
      .toBuffer();
    expect(await codeOf(bytes)).toBe("image_unsupported");
  });

  it("the loaders stay shut for the whole process", async () => {
    await expect(
      sharp(textBytes('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')).metadata(),
    ).rejects.toThrow();
  });
});

describe("incomplete files are refused", () => {
  it("no bytes at all", async () => {
    expect(await codeOf(new Uint8Array(0))).toBe("image_unreadable");
  });

  it.each([
    ["jpeg", () => sharpOf(makePicture()).jpeg()],
    ["progressive jpeg", () => sharpOf(makePicture()).jpeg({ progressive: true })],
    ["png", () => sharpOf(makePicture()).png()],
    ["webp", () => sharpOf(makePicture()).webp()],
    ["gif", () => sharpOf(makePicture()).gif()],
    ["tiff", () => sharpOf(makePicture()).tiff({ compression: "none" })],
  ] as const)("%s, at many lengths", async (_, encode) => {
    const whole = await encode().toBuffer();
    const lengths = Array.from({ length: 40 }, (_, i) => 12 + Math.floor(((whole.length * 0.9 - 12) * i) / 39));
    for (const length of lengths) expect(await codeOf(whole.subarray(0, length))).toBe("image_unreadable");
  });
});

describe("oversized pictures are refused by their header", () => {
  it("a JPEG that claims 65500 x 65500", async () => {
    const bytes = await sharpOf(makePicture()).jpeg().toBuffer();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(65_500, frame + 5);
    bytes.writeUInt16BE(65_500, frame + 7);
    expect(await codeOf(bytes)).toBe("image_too_many_pixels");
  });

  it("a JPEG that claims more rows than it has, within the limit", async () => {
    const bytes = await sharpOf(makePicture()).jpeg().toBuffer();
    bytes.writeUInt16BE(4_000, bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5);
    expect(await codeOf(bytes)).toBe("image_unreadable");
  });

  it("a 1-bit PNG of 50000 x 50000", async () => {
    expect(
      await codeOf(buildPng({ width: 50_000, height: 50_000, bitDepth: 1, colorType: 0, rows: Buffer.alloc(1e6) })),
    ).toBe("image_too_many_pixels");
  });

  it("a picture with few pixels and one endless side", async () => {
    const bytes = await sharp({ create: { width: 20_000, height: 1, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    expect(await codeOf(bytes)).toBe("image_too_many_pixels");
  });

  it("keeps to the limits it is given", async () => {
    const bytes = await sharpOf(makePicture()).png().toBuffer();
    const limits = { ...wide, pixelsMax: 32 * 24 - 1 };
    await expect(decodeImage(bytes, limits)).rejects.toMatchObject({ code: "image_too_many_pixels" });
    await expect(decodeImage(bytes, { ...wide, pixelsMax: 32 * 24 })).resolves.toMatchObject({ width: 32 });
  });
});

describe("compressed metadata does not unfold into memory", () => {
  const bomb = deflateSync(Buffer.alloc(256 * 1024 * 1024), { level: 9 });
  const rows = Uint8Array.from([0, 7, 0, 9]);
  const png = { width: 1, height: 2, bitDepth: 8, colorType: 0, rows };

  it.each([
    ["zTXt", Buffer.concat([textBytes("Comment\0\0"), bomb])],
    ["iCCP", Buffer.concat([textBytes("profile\0\0"), bomb])],
    ["iTXt", Buffer.concat([textBytes("Comment\0\x01\0\0\0"), bomb])],
  ])("%s", async (type, data) => {
    const before = process.memoryUsage().rss;
    await codeOf(buildPng({ ...png, extra: [{ type, data }] }));
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
  });
});
