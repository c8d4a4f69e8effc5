import { warpCrop } from "@/inference/geometry/warp";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Point } from "@/inference/pipeline/analysis";
import type { FloatSession } from "./float-session";

const side = 640;
const strides = [8, 16, 32] as const;
const anchorsPerCell = 2;
const scoreMin = 0.5;

/**
 * Eyes, nose tip and mouth corners of the face nearest to the middle, in image pixels; undefined where SCRFD sees none.
 * `margin`: how far the edges are repeated outwards, as a share of the longer side; faces that fill a picture need some.
 */
export async function findFivePoints(
  session: FloatSession,
  image: RgbImage,
  margin: number,
): Promise<readonly Point[] | undefined> {
  const length = Math.max(image.width, image.height);
  const scale = (length * (1 + 2 * margin)) / side;
  const start = -length * margin;
  const data = warpCrop(image, { a: scale, b: 0, tx: start, ty: start }, side);
  const outputs = Object.values(await session({ data, width: side, height: side }));
  let best: { readonly rank: number; readonly points: readonly Point[] } | undefined;
  for (const stride of strides) {
    const cells = side / stride;
    const count = cells * cells * anchorsPerCell;
    const scores = outputs.find(({ length }) => length === count);
    const offsets = outputs.find(({ length }) => length === count * 10);
    if (!scores || !offsets) throw new Error("This SCRFD gives no landmarks.");
    for (const [anchor, score] of scores.entries()) {
      if (score < scoreMin) continue;
      const points = pointsOf(offsets, anchor, stride).map(([x, y]): Point => [start + x * scale, start + y * scale]);
      const [x, y] = points[2] ?? [0, 0];
      const offCentre = Math.hypot(x - image.width / 2, y - image.height / 2) / (side * scale);
      if (!best || score - 2 * offCentre > best.rank) best = { rank: score - 2 * offCentre, points };
    }
  }
  return best?.points;
}

/** In canvas pixels: landmarks lie at the corner of their cell plus an offset in strides. */
function pointsOf(offsets: Float32Array, anchor: number, stride: number): Point[] {
  const cells = side / stride;
  const cell = Math.floor(anchor / anchorsPerCell);
  const [left, top] = [(cell % cells) * stride, Math.floor(cell / cells) * stride];
  return Array.from({ length: 5 }, (_, i): Point => {
    const at = anchor * 10 + i * 2;
    return [left + (offsets[at] as number) * stride, top + (offsets[at + 1] as number) * stride];
  });
}
