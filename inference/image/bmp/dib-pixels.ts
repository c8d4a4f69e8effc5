import { InferenceError } from "@/inference/inference-error";
import { toChannelMask } from "./channel-mask";
import type { DibHeader } from "./dib-header";
import { expandRle } from "./rle";

/** Rows from the top down. `alpha` has one byte a pixel and is absent when the bitmap has no alpha channel. */
export interface DibPixels {
  readonly rgb: Uint8Array;
  readonly alpha: Uint8Array | undefined;
}

/** Rows of a DIB are padded to four bytes. */
export const rowBytes = (width: number, bitsPerPixel: number): number => Math.ceil((width * bitsPerPixel) / 32) * 4;

/**
 * Unpacks the pixels of a DIB that begin at byte `at`. The header's size must have been checked before.
 *
 * @throws InferenceError `image_unreadable` when pixels are missing
 */
export function readDibPixels(bytes: Uint8Array, header: DibHeader, at: number): DibPixels {
  if (header.compression === "rle8") return paint(bytes, header, expandRle(bytes, at, header, 8));
  if (header.compression === "rle4") return paint(bytes, header, expandRle(bytes, at, header, 4));
  if (at + rowBytes(header.width, header.bitsPerPixel) * header.height > bytes.length) {
    throw new InferenceError("image_unreadable", "The bitmap is incomplete.");
  }
  if (header.bitsPerPixel <= 8) return paint(bytes, header, unpackIndices(bytes, header, at));
  return header.bitsPerPixel === 24 ? readTrueColor(bytes, header, at) : readMasked(bytes, header, at);
}

/** Where row `row` of the file lands in the upright picture, in pixels from its start. */
function rowStart({ width, height, isTopDown }: DibHeader, row: number): number {
  return (isTopDown ? row : height - 1 - row) * width;
}

function unpackIndices(bytes: Uint8Array, { width, height, bitsPerPixel }: DibHeader, at: number): Uint8Array {
  const indices = new Uint8Array(width * height);
  const stride = rowBytes(width, bitsPerPixel);
  const perByte = 8 / bitsPerPixel;
  const indexMask = 2 ** bitsPerPixel - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const packed = bytes[at + y * stride + Math.floor(x / perByte)] as number;
      indices[y * width + x] = (packed >> (8 - bitsPerPixel * ((x % perByte) + 1))) & indexMask;
    }
  }
  return indices;
}

/** Indices beyond the palette show black, as common viewers do; the table has all 256 rows, so no check is needed. */
function paint(bytes: Uint8Array, header: DibHeader, indices: Uint8Array): DibPixels {
  const palette = readPalette(bytes, header);
  const rgb = new Uint8Array(indices.length * 3);
  for (let y = 0; y < header.height; y++) {
    let out = rowStart(header, y) * 3;
    for (let x = 0; x < header.width; x++) {
      const entry = (indices[y * header.width + x] as number) * 3;
      rgb[out++] = palette[entry] as number;
      rgb[out++] = palette[entry + 1] as number;
      rgb[out++] = palette[entry + 2] as number;
    }
  }
  return { rgb, alpha: undefined };
}

function readPalette(bytes: Uint8Array, { paletteAt, paletteLength, paletteEntryBytes }: DibHeader): Uint8Array {
  const palette = new Uint8Array(256 * 3);
  for (let i = 0; i < Math.min(paletteLength, 256); i++) {
    const entry = paletteAt + i * paletteEntryBytes;
    palette[i * 3] = bytes[entry + 2] ?? 0;
    palette[i * 3 + 1] = bytes[entry + 1] ?? 0;
    palette[i * 3 + 2] = bytes[entry] ?? 0;
  }
  return palette;
}

function readTrueColor(bytes: Uint8Array, header: DibHeader, at: number): DibPixels {
  const rgb = new Uint8Array(header.width * header.height * 3);
  const stride = rowBytes(header.width, 24);
  for (let y = 0; y < header.height; y++) {
    let from = at + y * stride;
    let out = rowStart(header, y) * 3;
    for (let x = 0; x < header.width; x++, from += 3, out += 3) {
      rgb[out] = bytes[from + 2] as number;
      rgb[out + 1] = bytes[from + 1] as number;
      rgb[out + 2] = bytes[from] as number;
    }
  }
  return { rgb, alpha: undefined };
}

function readMasked(bytes: Uint8Array, header: DibHeader, at: number): DibPixels {
  const { width, height, bitsPerPixel } = header;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [red, green, blue, alpha] = header.masks.map(toChannelMask) as [Mask, Mask, Mask, Mask];
  const rgb = new Uint8Array(width * height * 3);
  const alphas = alpha.mask === 0 ? undefined : new Uint8Array(width * height);
  const pixelBytes = bitsPerPixel / 8;
  const stride = rowBytes(width, bitsPerPixel);
  const lift = (pixel: number, channel: Mask) => ((pixel & channel.mask) >>> channel.shift) * channel.scale + 0.5;
  for (let y = 0; y < height; y++) {
    let from = at + y * stride;
    let out = rowStart(header, y);
    for (let x = 0; x < width; x++, from += pixelBytes, out++) {
      const pixel = pixelBytes === 2 ? view.getUint16(from, true) : view.getUint32(from, true);
      rgb[out * 3] = lift(pixel, red);
      rgb[out * 3 + 1] = lift(pixel, green);
      rgb[out * 3 + 2] = lift(pixel, blue);
      if (alphas) alphas[out] = lift(pixel, alpha);
    }
  }
  return { rgb, alpha: alphas };
}

type Mask = ReturnType<typeof toChannelMask>;
