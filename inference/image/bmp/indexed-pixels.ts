import type { DibHeader } from "./dib-header";
import { rowBytes, rowStart } from "./row-layout";

/** One palette index per pixel, rows in file order; several pixels share a byte below 8 bits, the first topmost. */
export function unpackIndices(bytes: Uint8Array, { width, height, bitsPerPixel }: DibHeader, at: number): Uint8Array {
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

/** Turns indices in file order into upright RGB. */
export function paintIndices(bytes: Uint8Array, header: DibHeader, indices: Uint8Array): Uint8Array {
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
  return rgb;
}

/** Always 256 colours: an index beyond the file's palette shows black, as in common viewers, and needs no check. */
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
