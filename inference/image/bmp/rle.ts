import { InferenceError } from "@/inference/inference-error";

const markers = { endOfLine: 0, endOfBitmap: 1, delta: 2 } as const;

interface Canvas {
  readonly width: number;
  readonly height: number;
}

/**
 * Expands RLE8 or RLE4 into one palette index per pixel, rows in file order; skipped pixels keep index 0 and what
 * runs over the right edge is dropped, so the work stays within input length plus pixels.
 *
 * @throws InferenceError `image_unreadable` when the data end before the bitmap does
 */
export function expandRle(bytes: Uint8Array, at: number, { width, height }: Canvas, bits: 4 | 8): Uint8Array {
  const indices = new Uint8Array(width * height);
  let x = 0;
  let y = 0;
  let position = at;
  while (y < height) {
    // Some writers leave the end marker out after the last pixel; nothing less counts as complete.
    if (position + 1 >= bytes.length && x >= width && y === height - 1) return indices;
    const count = byteAt(bytes, position);
    const code = byteAt(bytes, position + 1);
    position += 2;
    if (count === 0 && code === markers.endOfBitmap) return indices;
    if (count === 0 && code === markers.endOfLine) {
      x = 0;
      y++;
    } else if (count === 0 && code === markers.delta) {
      x += byteAt(bytes, position);
      y += byteAt(bytes, position + 1);
      position += 2;
    } else {
      const isRun = count > 0;
      const length = isRun ? count : code;
      const visible = Math.min(length, Math.max(0, width - x));
      const source = isRun ? position - 1 : position;
      for (let i = 0; i < visible; i++) indices[y * width + x + i] = pickIndex(bytes, source, i, isRun, bits);
      x += length;
      if (!isRun) position += literalBytes(length, bits);
    }
  }
  return indices;
}

/** In a run one byte repeats; in RLE4 a byte holds two indices, the upper half first, and a run alternates them. */
function pickIndex(bytes: Uint8Array, source: number, i: number, isRun: boolean, bits: 4 | 8): number {
  if (bits === 8) return byteAt(bytes, isRun ? source : source + i);
  const pair = byteAt(bytes, isRun ? source : source + (i >> 1));
  return i % 2 === 0 ? pair >> 4 : pair & 15;
}

/** Literal stretches are padded to 16 bits. */
function literalBytes(length: number, bits: 4 | 8): number {
  const packed = Math.ceil((length * bits) / 8);
  return packed + (packed & 1);
}

function byteAt(bytes: Uint8Array, position: number): number {
  const value = bytes[position];
  if (value === undefined) throw new InferenceError("image_unreadable", "The bitmap is incomplete.");
  return value;
}
