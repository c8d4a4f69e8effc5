import type { Point } from "@/inference/pipeline/analysis";

/**
 * A turn, an even scaling and a shift: `x' = a·x − b·y + tx`, `y' = b·x + a·y + ty`.
 * Crops use it in the direction crop → image, so a network's points come back with `applyTo` and no inverse is needed.
 * Coordinates are continuous: the pixel in column 0 reaches from 0 to 1 and has its centre at 0.5.
 */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** Where a point lands. */
export function applyTo({ a, b, tx, ty }: Similarity, [x, y]: Point): Point {
  return [a * x - b * y + tx, b * x + a * y + ty];
}

/** How many pixels of the target one pixel of the source becomes, along an edge. */
export function scaleOf({ a, b }: Similarity): number {
  return Math.hypot(a, b);
}

/**
 * The similarity that takes the points `from` to the points `to` with the least sum of squared distances (Umeyama 1991,
 * in the plane, where it has this closed form; it never mirrors). Throws when fewer than two different points are given.
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  if (from.length !== to.length) throw new RangeError(`${from.length} points cannot be paired with ${to.length}.`);
  const [fromX, fromY] = meanOf(from);
  const [toX, toY] = meanOf(to);
  let spread = 0;
  let along = 0;
  let across = 0;
  for (const [i, [x, y]] of from.entries()) {
    const [targetX, targetY] = to[i] as Point;
    const [px, py, qx, qy] = [x - fromX, y - fromY, targetX - toX, targetY - toY];
    spread += px * px + py * py;
    along += px * qx + py * qy;
    across += px * qy - py * qx;
  }
  if (!(spread > 0)) throw new RangeError("A similarity needs two different points.");
  const a = along / spread;
  const b = across / spread;
  return { a, b, tx: toX - a * fromX + b * fromY, ty: toY - b * fromX - a * fromY };
}

function meanOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) [x, y] = [x + point[0], y + point[1]];
  return [x / points.length, y / points.length];
}

/**
 * Crop → image for a square of `sidePx` image pixels around `center`, shown in `cropSidePx` pixels. `angleRad` is how
 * far the crop's x axis is turned in the image (clockwise on screen, since y grows downwards): with the angle from the
 * left to the right eye, the eyes come out level.
 */
export function squareCrop(center: Point, sidePx: number, angleRad: number, cropSidePx: number): Similarity {
  const scale = sidePx / cropSidePx;
  const [a, b, half] = [scale * Math.cos(angleRad), scale * Math.sin(angleRad), cropSidePx / 2];
  return { a, b, tx: center[0] - (a - b) * half, ty: center[1] - (a + b) * half };
}

/** Angle in radians of the line from one point to another, 0 = to the right, growing clockwise on screen. */
export function angleBetween(from: Point, to: Point): number {
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
}
