import { expect, it } from "vitest";
import { InferenceError } from "@/inference/inference-error";
import { decodeImage } from "./decode";
import { type BmpSpec, buildBmp } from "./fixtures/build-bmp";
import { buildIco, buildIconBitmap } from "./fixtures/build-ico";
import { createRandom, mutate } from "./fixtures/mutate";
import { makePicture, sharpOf } from "./fixtures/picture";

const limits = { pixelsMax: 4_000_000, sideMax: 8_192, timeoutMs: 2_000 };
const mutationsPerSeed = 90;

const rows = Array.from({ length: 24 }, (_, y) => Array.from({ length: 32 }, (_, x) => (x * y) % 5));
const palette = Array.from({ length: 16 }, (_, i) => [i * 16, 255 - i * 16, i] as const);
const runs = Uint8Array.from(rows.flatMap(() => [30, 3, 0, 2, 1, 0, 2, 2, 0, 0]).concat(0, 1));

const bitmaps: readonly BmpSpec[] = [
  { width: 32, bits: 1, rows: rows.map((row) => row.map((value) => value & 1)), palette: palette.slice(0, 2) },
  { width: 32, bits: 8, rows, palette },
  { width: 32, bits: 8, rows, palette, compression: 1, pixelBytes: runs },
  { width: 32, bits: 4, rows, palette, compression: 2, pixelBytes: runs },
  { width: 32, bits: 32, rows, headerBytes: 56, compression: 3, masks: [255, 255 << 8, 255 << 16, 0x7f000000] },
];

async function buildSeeds(): Promise<Uint8Array[]> {
  const picture = () => sharpOf(makePicture());
  const encoded = [
    picture().jpeg(),
    picture().jpeg({ progressive: true }).withMetadata({ orientation: 6 }),
    picture().png({ progressive: true }),
    picture().png({ palette: true }),
    picture().webp(),
    picture().ensureAlpha(0.5).webp({ lossless: true }),
    picture().gif(),
    picture().tiff({ compression: "lzw" }),
    picture().tiff({ compression: "jpeg", tile: true }),
    picture().toColourspace("cmyk").tiff({ compression: "none" }),
  ].map((encoder) => encoder.toBuffer());
  const icon = buildIconBitmap(
    { width: 32, bits: 8, rows, palette },
    rows.map((row) => row.map((value) => value & 1)),
  );
  const pngIcon = { width: 32, height: 24, bits: 32, content: await picture().png().toBuffer() };
  return [...(await Promise.all(encoded)), ...bitmaps.map(buildBmp), buildIco([icon]), buildIco([icon, pngIcon])];
}

it("damaged files of every format are decoded or refused, never anything else", async () => {
  const random = createRandom(20_261_120);
  const outcomes = { decoded: 0, refused: 0 };
  for (const seed of await buildSeeds()) {
    for (let i = 0; i < mutationsPerSeed; i++) {
      const bytes = mutate(seed, random);
      try {
        const { data, width, height } = await decodeImage(bytes, limits);
        expect(data.length).toBe(width * height * 3);
        outcomes.decoded++;
      } catch (error) {
        if (!(error instanceof InferenceError)) throw error;
        outcomes.refused++;
      }
    }
  }
  expect(outcomes.decoded).toBeGreaterThan(100);
  expect(outcomes.refused).toBeGreaterThan(100);
});
