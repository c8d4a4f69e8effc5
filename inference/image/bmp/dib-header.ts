import { InferenceError } from "@/inference/inference-error";

type DibCompression = "none" | "rle8" | "rle4" | "bitfields";

/** A BITMAPINFOHEADER family header, as Microsoft documents it; positions are bytes from the start of the view. */
export interface DibHeader {
  readonly width: number;
  /** Always positive; in an icon it counts the colour rows and the mask rows together. */
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bitsPerPixel: number;
  readonly compression: DibCompression;
  /** Red, green, blue, alpha; zero for a channel that is not there. Only meaningful with 16 and 32 bits. */
  readonly masks: readonly [red: number, green: number, blue: number, alpha: number];
  readonly paletteAt: number;
  /** 3 bytes (blue, green, red) in OS/2 1.x files, 4 everywhere else. */
  readonly paletteEntryBytes: 3 | 4;
  readonly paletteLength: number;
}

const coreHeaderBytes = 12;
const os2HeaderBytes: readonly number[] = [16, 64];
const infoHeaderBytes: readonly number[] = [40, 52, 56, 108, 124];

/** Bits per pixel each compression may come with. */
const depths = {
  none: [1, 2, 4, 8, 16, 24, 32],
  rle8: [8],
  rle4: [4],
  bitfields: [16, 32],
} satisfies Record<DibCompression, readonly number[]>;

/** @throws InferenceError `image_unreadable` or `image_unsupported`; RangeError when the view ends too early */
export function readDibHeader(view: DataView, at: number): DibHeader {
  const headerBytes = view.getUint32(at, true);
  const header = headerBytes === coreHeaderBytes ? readCoreHeader(view, at) : readInfoHeader(view, at, headerBytes);
  const allowed: readonly number[] = depths[header.compression];
  if (!allowed.includes(header.bitsPerPixel)) {
    throw new InferenceError("image_unreadable", `A bitmap cannot have ${header.bitsPerPixel} bits per pixel here.`);
  }
  return header;
}

function readCoreHeader(view: DataView, at: number): DibHeader {
  const bitsPerPixel = view.getUint16(at + 10, true);
  return {
    width: view.getUint16(at + 4, true),
    height: view.getUint16(at + 6, true),
    isTopDown: false,
    bitsPerPixel,
    compression: "none",
    masks: defaultMasks(bitsPerPixel),
    paletteAt: at + coreHeaderBytes,
    paletteEntryBytes: 3,
    paletteLength: bitsPerPixel <= 8 ? 2 ** bitsPerPixel : 0,
  };
}

function readInfoHeader(view: DataView, at: number, headerBytes: number): DibHeader {
  const isOs2 = os2HeaderBytes.includes(headerBytes);
  if (!isOs2 && !infoHeaderBytes.includes(headerBytes)) {
    throw new InferenceError("image_unreadable", `A bitmap header cannot be ${headerBytes} bytes long.`);
  }
  const height = view.getInt32(at + 8, true);
  const bitsPerPixel = view.getUint16(at + 14, true);
  const compressionCode = headerBytes < 20 ? 0 : view.getUint32(at + 16, true);
  const compression = readCompression(compressionCode, isOs2);
  const maskBytes = compression === "bitfields" && headerBytes === 40 ? (compressionCode === 6 ? 16 : 12) : 0;
  const colorsUsed = headerBytes < 36 ? 0 : view.getUint32(at + 32, true);
  return {
    width: view.getInt32(at + 4, true),
    height: Math.abs(height),
    isTopDown: height < 0,
    bitsPerPixel,
    compression,
    masks:
      compression === "bitfields" ? readMasks(view, at + 40, headerBytes, compressionCode) : defaultMasks(bitsPerPixel),
    paletteAt: at + headerBytes + maskBytes,
    paletteEntryBytes: 4,
    paletteLength: paletteLength(bitsPerPixel, colorsUsed),
  };
}

function readCompression(code: number, isOs2: boolean): DibCompression {
  const known: Readonly<Record<number, DibCompression>> = { 0: "none", 1: "rle8", 2: "rle4" };
  const bitfields: Readonly<Record<number, DibCompression>> = isOs2 ? {} : { 3: "bitfields", 6: "bitfields" };
  const compression = known[code] ?? bitfields[code];
  if (compression === undefined)
    throw new InferenceError("image_unsupported", `Bitmap compression ${code} is not taken.`);
  return compression;
}

/** The masks are the last fields of longer headers and follow a 40-byte one; both put them at the same place. */
function readMasks(view: DataView, at: number, headerBytes: number, compressionCode: number): DibHeader["masks"] {
  const hasAlpha = headerBytes >= 56 || compressionCode === 6;
  const mask = (index: number) => view.getUint32(at + index * 4, true);
  return [mask(0), mask(1), mask(2), hasAlpha ? mask(3) : 0];
}

/** Without masks in the file: 5 bits a channel in 16, 8 bits a channel in 32, the topmost bits unused. */
function defaultMasks(bitsPerPixel: number): DibHeader["masks"] {
  return bitsPerPixel === 16 ? [0x7c00, 0x03e0, 0x001f, 0] : [0xff0000, 0x00ff00, 0x0000ff, 0];
}

/** Deep bitmaps may carry a palette as a hint for old screens; the pixels lie behind it. */
function paletteLength(bitsPerPixel: number, colorsUsed: number): number {
  if (bitsPerPixel > 8) return colorsUsed;
  return colorsUsed === 0 ? 2 ** bitsPerPixel : colorsUsed;
}
