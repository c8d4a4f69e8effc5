import type { Pyramid } from "./pyramid";

/** An upright rectangle over a picture: its top left corner, and how many picture pixels one of its pixels covers. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly width: number;
  readonly height: number;
}

/** Fills a region with RGB bytes, bilinear. What lies outside the picture is black, as detectors are trained. */
export function sampleRegion(pyramid: Pyramid, region: Region): Uint8Array {
  const { image, scale } = pyramid.levelFor(region.step);
  const step = region.step * scale;
  const columns = tapsAlong(region.x * scale, step, region.width, image.width);
  const rows = tapsAlong(region.y * scale, step, region.height, image.height);
  const result = new Uint8Array(region.width * region.height * 3);
  for (let row = rows.from; row < rows.to; row += 1) {
    const upper = (rows.first[row] as number) * image.width * 3;
    const lower = (rows.second[row] as number) * image.width * 3;
    blendRow(image.data, upper, lower, rows.share[row] as number, columns, result, row * region.width * 3);
  }
  return result;
}

/** For each target pixel the two source pixels and the share of the second; `from` to `to` lie inside the picture. */
interface Taps {
  readonly from: number;
  readonly to: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly share: Float32Array;
}

function tapsAlong(start: number, step: number, count: number, limit: number): Taps {
  const first = new Int32Array(count);
  const second = new Int32Array(count);
  const share = new Float32Array(count);
  let from = count;
  let to = 0;
  for (let i = 0; i < count; i += 1) {
    const centre = start + (i + 0.5) * step - 0.5;
    if (centre < -0.5 || centre > limit - 0.5) continue;
    from = Math.min(from, i);
    to = i + 1;
    const inside = Math.min(Math.max(centre, 0), limit - 1);
    first[i] = Math.floor(inside);
    second[i] = Math.min(Math.floor(inside) + 1, limit - 1);
    share[i] = inside - Math.floor(inside);
  }
  return { from, to, first, second, share };
}

function blendRow(
  data: Uint8Array,
  upper: number,
  lower: number,
  below: number,
  columns: Taps,
  target: Uint8Array,
  offset: number,
): void {
  for (let column = columns.from; column < columns.to; column += 1) {
    const left = (columns.first[column] as number) * 3;
    const right = (columns.second[column] as number) * 3;
    const share = columns.share[column] as number;
    const to = offset + column * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      const a = data[upper + left + channel] as number;
      const b = data[lower + left + channel] as number;
      const top = a + ((data[upper + right + channel] as number) - a) * share;
      const bottom = b + ((data[lower + right + channel] as number) - b) * share;
      target[to + channel] = top + (bottom - top) * below + 0.5;
    }
  }
}
