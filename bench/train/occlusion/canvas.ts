import type { RgbImage } from "@/inference/image/rgb-image";
import type { Point } from "@/inference/pipeline/analysis";
import { boundsOf, isInside } from "./shapes";

/** A photo that is painted on, and how much of each pixel has been covered. */
export interface Canvas {
  readonly image: RgbImage;
  /** 0..1 for each pixel. */
  readonly covered: Float32Array;
}

type Colour = readonly [red: number, green: number, blue: number];

/** What is painted: `alphaAt` 0..1 and `colourAt` for each pixel within `bounds`. */
interface Paint {
  readonly bounds: readonly [left: number, top: number, right: number, bottom: number];
  readonly alphaAt: (x: number, y: number) => number;
  readonly colourAt: (x: number, y: number) => Colour;
  /** Whether what lies below counts as covered. */
  readonly isCovering: boolean;
}

export function createCanvas({ data, width, height }: RgbImage): Canvas {
  return { image: { data: data.slice(), width, height }, covered: new Float32Array(width * height) };
}

export function paint({ image, covered }: Canvas, { bounds, alphaAt, colourAt, isCovering }: Paint): void {
  const [left, top, right, bottom] = bounds.map(Math.round) as [number, number, number, number];
  for (let y = Math.max(0, top); y < Math.min(image.height, bottom + 1); y++) {
    for (let x = Math.max(0, left); x < Math.min(image.width, right + 1); x++) {
      const alpha = alphaAt(x, y);
      if (alpha <= 0) continue;
      const at = y * image.width + x;
      const colour = colourAt(x, y);
      for (let c = 0; c < 3; c++) {
        const old = image.data[at * 3 + c] as number;
        image.data[at * 3 + c] = Math.max(0, Math.min(255, old + alpha * ((colour[c] as number) - old)));
      }
      if (isCovering) covered[at] = 1 - (1 - (covered[at] as number)) * (1 - alpha);
    }
  }
}

export function colourAt({ image }: Canvas, [x, y]: Point): Colour {
  const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, Math.round(value)));
  const at = (clamp(y, image.height) * image.width + clamp(x, image.width)) * 3;
  return [image.data[at] as number, image.data[at + 1] as number, image.data[at + 2] as number];
}

/** Mean cover of the pixels inside a polygon. */
export function coverOf({ image, covered }: Canvas, polygon: readonly Point[]): number {
  const [left, top, right, bottom] = boundsOf(polygon).map(Math.round) as [number, number, number, number];
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, top); y <= Math.min(image.height - 1, bottom); y++) {
    for (let x = Math.max(0, left); x <= Math.min(image.width - 1, right); x++) {
      if (!isInside(polygon, x, y)) continue;
      sum += covered[y * image.width + x] as number;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
