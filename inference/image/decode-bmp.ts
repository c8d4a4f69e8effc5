import { readDibHeader } from "./bmp/dib-header";
import { readDibPixels } from "./bmp/dib-pixels";
import { flattenOnWhite, hasVisiblePixel } from "./bmp/flatten-on-white";
import { checkSize, type DecodeLimits } from "./decode-limits";
import type { RgbImage } from "./rgb-image";

const fileHeaderBytes = 14;

/**
 * Decodes a Windows or OS/2 bitmap: 1, 2, 4, 8, 16, 24 or 32 bits a pixel, RLE4, RLE8, colour masks, either row order.
 *
 * @throws InferenceError; RangeError when the headers are cut short
 */
export function decodeBmp(bytes: Uint8Array, limits: DecodeLimits): RgbImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const header = readDibHeader(view, fileHeaderBytes);
  checkSize(header.width, header.height, limits);
  const paletteEnd = header.paletteAt + header.paletteLength * header.paletteEntryBytes;
  const pixelsAt = view.getUint32(10, true);
  // Writers that leave the offset empty mean "right behind the palette".
  const { rgb, alpha } = readDibPixels(bytes, header, pixelsAt < header.paletteAt ? paletteEnd : pixelsAt);
  if (alpha && hasVisiblePixel(alpha)) flattenOnWhite(rgb, alpha);
  return { data: rgb, width: header.width, height: header.height };
}
