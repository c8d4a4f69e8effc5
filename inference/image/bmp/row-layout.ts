import type { DibHeader } from "./dib-header";

/** Bytes of one row; rows of a DIB are padded to four bytes. */
export const rowBytes = (width: number, bitsPerPixel: number): number => Math.ceil((width * bitsPerPixel) / 32) * 4;

/** Where row `row` of the file begins in the upright picture, in pixels. */
export function rowStart({ width, height, isTopDown }: DibHeader, row: number): number {
  return (isTopDown ? row : height - 1 - row) * width;
}
