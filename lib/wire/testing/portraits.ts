import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp, { type Sharp } from "sharp";

const folder = path.resolve("node_modules/@vladmandic/face-api/demo");

/** As bytes: the loader of files is blocked once the decoder of pictures is loaded. */
const readDemo = (name: string) => readFile(path.join(folder, name));

/** A face of a photo that comes with a dependency, with room around it, and where the face is in it. */
const source = { file: "sample6.jpg", left: 172, top: 415, width: 368, height: 422 } as const;

/** Pixels between the eyes of the portrait are 52. */
const scale = 0.5;

async function cut(): Promise<Sharp> {
  const { left, top, width, height } = source;
  // The photo's colour profile is converted, then lost.
  const picture = await sharp(await readDemo(source.file))
    .extract({ left, top, width, height })
    .png()
    .toBuffer();
  return sharp(picture);
}

const resized = async () => (await cut()).resize(Math.round(source.width * scale));

/** One face, looking into the camera. */
export const portrait = async (): Promise<Buffer> => (await resized()).png().toBuffer();

/** The same with twice as many pixels on each side. */
export const largePortrait = async (): Promise<Buffer> => (await cut()).png().toBuffer();

/** The same scaled down until little of it is left, and up again. */
export async function blurredPortrait(): Promise<Buffer> {
  const tiny = await (await cut()).resize(30).png().toBuffer();
  return sharp(tiny)
    .resize(Math.round(source.width * scale))
    .png()
    .toBuffer();
}

/** With a dark bar over the eye on the left of the picture and its brow. */
export async function barredPortrait(): Promise<Buffer> {
  const bar = { create: { width: 42, height: 26, channels: 3, background: "#101010" } } as const;
  const input = await sharp(bar).png().toBuffer();
  return (await resized())
    .png()
    .toBuffer()
    .then((picture) =>
      sharp(picture)
        .composite([{ input, left: 38, top: 86 }])
        .png()
        .toBuffer(),
    );
}

/** Cut off so that some of the face is missing on the right. */
export async function halfPortrait(): Promise<Buffer> {
  const picture = await portrait();
  const { height } = await sharp(picture).metadata();
  return sharp(picture).extract({ left: 0, top: 0, width: 130, height }).png().toBuffer();
}

/** A group. */
export const groupPhoto = async (): Promise<Buffer> =>
  sharp(await readDemo("sample1.jpg"))
    .resize(960)
    .jpeg({ quality: 95 })
    .toBuffer();

/** Nobody. */
export const emptyPhoto = (width = 320): Promise<Buffer> =>
  sharp({ create: { width, height: 240, channels: 3, background: "#7a8f6b" } })
    .jpeg()
    .toBuffer();
