import { InferenceError } from "@/inference/inference-error";
import type { DibHeader } from "./dib-header";
import { readMaskedPixels, readTrueColorPixels } from "./direct-pixels";
import { paintIndices, unpackIndices } from "./indexed-pixels";
import { expandRle } from "./rle";
import { rowBytes } from "./row-layout";

/** Rows from the top down. `alpha` has one byte a pixel and is absent when the bitmap has no alpha channel. */
export interface DibPixels {
  readonly rgb: Uint8Array;
  readonly alpha: Uint8Array | undefined;
}

/**
 * Unpacks the pixels of a DIB that begin at byte `at`. The header's size must have been checked before.
 *
 * @throws InferenceError `image_unreadable` when pixels are missing
 */
export function readDibPixels(bytes: Uint8Array, header: DibHeader, at: number): DibPixels {
  const { compression, bitsPerPixel, width, height } = header;
  if (compression === "rle8") return paint(bytes, header, expandRle(bytes, at, header, 8));
  if (compression === "rle4") return paint(bytes, header, expandRle(bytes, at, header, 4));
  if (at + rowBytes(width, bitsPerPixel) * height > bytes.length) {
    throw new InferenceError("image_unreadable", "The bitmap is incomplete.");
  }
  if (bitsPerPixel <= 8) return paint(bytes, header, unpackIndices(bytes, header, at));
  if (bitsPerPixel === 24) return { rgb: readTrueColorPixels(bytes, header, at), alpha: undefined };
  return readMaskedPixels(bytes, header, at);
}

function paint(bytes: Uint8Array, header: DibHeader, indices: Uint8Array): DibPixels {
  return { rgb: paintIndices(bytes, header, indices), alpha: undefined };
}
