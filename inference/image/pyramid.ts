import type { RgbImage } from "./rgb-image";

/** A picture and its halvings, made when they are first looked at. Level n is 2^n times smaller. */
export interface Pyramid {
  readonly image: RgbImage;
  level(index: number): RgbImage;
}

export function createPyramid(image: RgbImage): Pyramid {
  const levels = [image];
  return {
    image,
    level: (index) => {
      while (levels.length <= index) levels.push(halve(levels.at(-1) ?? image));
      return levels[index] ?? image;
    },
  };
}

/** A frame over a picture: where its top left corner lies, how many pixels one step inside it covers, and its angle. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  /** Picture pixels per frame pixel. */
  readonly step: number;
  /** Radians by which the frame is turned in the picture, clockwise as y grows downwards. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
}

/** A square frame of `size` pixels around a centre; `side` is its length in picture pixels. */
export function squareFrame(centreX: number, centreY: number, side: number, angle: number, size: number): Frame {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const half = side / 2;
  const x = centreX - half * cos + half * sin;
  const y = centreY - half * sin - half * cos;
  return { x, y, step: side / size, angle, width: size, height: size };
}

/** A point of the frame, in picture pixels. */
export function fromFrame(frame: Frame, u: number, v: number): [x: number, y: number] {
  const cos = Math.cos(frame.angle) * frame.step;
  const sin = Math.sin(frame.angle) * frame.step;
  return [frame.x + u * cos - v * sin, frame.y + u * sin + v * cos];
}

/**
 * Fills a frame with RGB bytes, bilinear on the level that is at most twice too fine, so that nothing flickers when it
 * shrinks. What lies outside the picture is black.
 */
export function sampleFrame(pyramid: Pyramid, frame: Frame): Uint8Array {
  const index = Math.max(0, Math.floor(Math.log2(frame.step) + 0.25));
  const source = pyramid.level(index);
  const scale = 2 ** -index;
  const stepX = Math.cos(frame.angle) * frame.step * scale;
  const stepY = Math.sin(frame.angle) * frame.step * scale;
  const result = new Uint8Array(frame.width * frame.height * 3);
  for (let row = 0; row < frame.height; row += 1) {
    const x = frame.x * scale + 0.5 * stepX - (row + 0.5) * stepY - 0.5;
    const y = frame.y * scale + 0.5 * stepY + (row + 0.5) * stepX - 0.5;
    sampleRow(source, x, y, stepX, stepY, result, row * frame.width, frame.width);
  }
  return result;
}

function sampleRow(
  { data, width, height }: RgbImage,
  startX: number,
  startY: number,
  stepX: number,
  stepY: number,
  target: Uint8Array,
  offset: number,
  count: number,
): void {
  for (let i = 0; i < count; i += 1) {
    const x = startX + i * stepX;
    const y = startY + i * stepY;
    // Half a pixel beyond the edge still shows the edge; NaN-free by construction.
    if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) continue;
    const left = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
    const top = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
    const column = left | 0;
    const line = top | 0;
    const fx = left - column;
    const fy = top - line;
    const a = (line * width + column) * 3;
    const b = column + 1 < width ? a + 3 : a;
    const below = line + 1 < height ? width * 3 : 0;
    const to = (offset + i) * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      const p = data[a + channel] as number;
      const q = data[b + channel] as number;
      const r = data[a + below + channel] as number;
      const s = data[b + below + channel] as number;
      const upper = p + (q - p) * fx;
      target[to + channel] = upper + (r + (s - r) * fx - upper) * fy + 0.5;
    }
  }
}

/** Means of 2x2 blocks; an odd last column or row is dropped. */
function halve({ data, width, height }: RgbImage): RgbImage {
  const halfWidth = Math.max(1, width >> 1);
  const halfHeight = Math.max(1, height >> 1);
  const right = width > 1 ? 3 : 0;
  const below = height > 1 ? width * 3 : 0;
  const half = new Uint8Array(halfWidth * halfHeight * 3);
  let to = 0;
  for (let y = 0; y < halfHeight; y += 1) {
    let from = y * 2 * width * 3;
    for (let x = 0; x < halfWidth; x += 1, from += 6) {
      for (let channel = 0; channel < 3; channel += 1, to += 1) {
        const a = from + channel;
        const sum =
          (data[a] as number) +
          (data[a + right] as number) +
          (data[a + below] as number) +
          (data[a + below + right] as number);
        half[to] = (sum + 2) >> 2;
      }
    }
  }
  return { data: half, width: halfWidth, height: halfHeight };
}
