import { InferenceError } from "@/inference/inference-error";
import { type DibHeader, readDibHeader } from "./bmp/dib-header";
import { readDibPixels } from "./bmp/dib-pixels";
import { flattenOnWhite, hasVisiblePixel } from "./bmp/flatten-on-white";
import { rowBytes } from "./bmp/row-layout";
import { checkSize, type DecodeLimits } from "./decode-limits";
import { decodeWithSharp } from "./decode-with-sharp";
import { sniffImageFormat } from "./image-format";
import type { RgbImage } from "./rgb-image";

const directoryBytes = 6;
const entryBytes = 16;

interface IconEntry {
  readonly area: number;
  readonly bitsPerPixel: number;
  readonly size: number;
  readonly at: number;
}

/**
 * Decodes the largest picture of a Windows icon, a PNG or a bitmap with its transparency mask; of equally large ones
 * the one with most bits a pixel.
 *
 * @throws InferenceError; RangeError when the directory is cut short
 */
export async function decodeIco(bytes: Uint8Array, limits: DecodeLimits): Promise<RgbImage> {
  const entry = findLargestEntry(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  if (entry === undefined || entry.at + entry.size > bytes.length) {
    throw new InferenceError("image_unreadable", "The icon is incomplete.");
  }
  const content = bytes.subarray(entry.at, entry.at + entry.size);
  return sniffImageFormat(content) === "png" ? decodeWithSharp(content, limits) : decodeIconBitmap(content, limits);
}

function findLargestEntry(view: DataView): IconEntry | undefined {
  const entries = Array.from({ length: view.getUint16(4, true) }, (_, index) => readEntry(view, index));
  return entries.sort((a, b) => b.area - a.area || b.bitsPerPixel - a.bitsPerPixel)[0];
}

function readEntry(view: DataView, index: number): IconEntry {
  const at = directoryBytes + index * entryBytes;
  // One byte cannot say 256, so zero does.
  const side = (offset: number) => view.getUint8(at + offset) || 256;
  return {
    area: side(0) * side(1),
    bitsPerPixel: view.getUint16(at + 6, true),
    size: view.getUint32(at + 8, true),
    at: view.getUint32(at + 12, true),
  };
}

function decodeIconBitmap(bytes: Uint8Array, limits: DecodeLimits): RgbImage {
  const header = toIconHeader(readDibHeader(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0));
  const { width, height } = header;
  checkSize(width, height, limits);
  const pixelsAt = header.paletteAt + header.paletteLength * header.paletteEntryBytes;
  const { rgb, alpha } = readDibPixels(bytes, header, pixelsAt);
  const maskAt = pixelsAt + rowBytes(width, header.bitsPerPixel) * height;
  flattenOnWhite(rgb, alpha && hasVisiblePixel(alpha) ? alpha : readMask(bytes, header, maskAt));
  return { data: rgb, width, height };
}

/** In an icon the stated height covers colours and mask, and 32-bit pixels always carry alpha. */
function toIconHeader(header: DibHeader): DibHeader {
  if (header.compression.startsWith("rle"))
    throw new InferenceError("image_unsupported", "Compressed icons are not taken.");
  const height = Math.floor(header.height / 2);
  if (header.bitsPerPixel !== 32 || header.compression !== "none") return { ...header, height };
  return { ...header, height, masks: [0xff0000, 0x00ff00, 0x0000ff, 0xff000000] };
}

/** The mask has one bit a pixel, set where the background shows through; as alpha that is 0, elsewhere 255. */
function readMask(bytes: Uint8Array, { width, height, isTopDown }: DibHeader, at: number): Uint8Array {
  const stride = rowBytes(width, 1);
  if (at + stride * height > bytes.length) throw new InferenceError("image_unreadable", "The icon is incomplete.");
  const alpha = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (isTopDown ? row : height - 1 - row) * width;
    for (let x = 0; x < width; x++) {
      const isSet = ((bytes[at + row * stride + (x >> 3)] as number) >> (7 - (x & 7))) & 1;
      alpha[start + x] = isSet ? 0 : 255;
    }
  }
  return alpha;
}
