/** Pixels of one picture: 8-bit sRGB, row by row, three bytes a pixel (`data.length === width * height * 3`). */
export interface RgbImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
