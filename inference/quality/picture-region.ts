import type { RgbImage } from "@/inference/image/rgb-image";
import type { Point } from "@/inference/pipeline/analysis";
import { clipToPicture, fillConvex } from "./convex-hull";

/** A level part of a picture in the picture's own pixels. */
export interface PictureRegion {
  /** Left upper corner in the picture. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Luma, blue and red difference (ITU-R BT.601), row by row. */
  readonly planes: readonly [luma: Float32Array, blue: Float32Array, red: Float32Array];
  /** 1 inside the polygon the region was cut for. */
  readonly mask: Uint8Array;
}

/** Cuts out the bounds of a convex polygon, as far as the picture reaches. */
export function cutRegion(image: RgbImage, corners: readonly Point[]): PictureRegion {
  const inside = clipToPicture(corners, image.width, image.height);
  const [xs, ys] = [inside.map(([x]) => x), inside.map(([, y]) => y)];
  const [x, y] = [Math.floor(Math.min(image.width, ...xs)), Math.floor(Math.min(image.height, ...ys))];
  const width = Math.max(0, Math.ceil(Math.max(0, ...xs)) - x);
  const height = Math.max(0, Math.ceil(Math.max(0, ...ys)) - y);
  const mask = fillConvex(
    inside.map(([left, top]): Point => [left - x, top - y]),
    width,
    height,
  );
  return { x, y, width, height, planes: planesOf(image, x, y, width, height), mask };
}

function planesOf({ data, width: stride }: RgbImage, x: number, y: number, width: number, height: number) {
  const planes = [1, 2, 3].map(() => new Float32Array(width * height));
  const [luma, blueness, redness] = planes as [Float32Array, Float32Array, Float32Array];
  for (let row = 0, to = 0; row < height; row++) {
    for (let from = ((y + row) * stride + x) * 3, column = 0; column < width; column++, from += 3, to++) {
      const [red, green, blue] = [data[from] as number, data[from + 1] as number, data[from + 2] as number];
      const light = 0.299 * red + 0.587 * green + 0.114 * blue;
      luma[to] = light;
      blueness[to] = 0.564 * (blue - light);
      redness[to] = 0.713 * (red - light);
    }
  }
  return [luma, blueness, redness] as const;
}
