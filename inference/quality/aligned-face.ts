import { uprightFive } from "@/inference/faces/landmarks5";
import { findLandmarks68 } from "@/inference/faces/landmarks68";
import type { Mesh } from "@/inference/faces/mesh-points";
import { applyTo, fitSimilarity, type Similarity } from "@/inference/geometry/similarity";
import { warpCrop } from "@/inference/geometry/warp";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Point } from "@/inference/pipeline/analysis";
import { convexHull, fillConvex } from "./convex-hull";

/**
 * Eyes, tip of the nose and corners of the mouth in the frame that ISO/IEC 29794-5's reference implementation aligns
 * faces to; the eyes are 113 px apart.
 */
const frontal: readonly Point[] = [
  [251, 272],
  [364, 272],
  [308, 336],
  [262, 402],
  [355, 402],
];
const frontalEyesPx = 113;

/** A level rectangle of the frame, in its pixels when the eyes are 113 px apart. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a picture that shows a face upright at a known size. */
export interface AlignedFace {
  /** RGB bytes, row by row. */
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 1 where the picture reaches; elsewhere its edge is repeated. */
  readonly inside: Uint8Array;
  /** 1 on the hull of the 68 landmarks, which ends at the brows, as far as the picture reaches. */
  readonly hull: Uint8Array;
  /** Where a point of the picture lies. */
  place(point: Point): Point;
}

/** Cuts a window of the frame out of a picture, with the eyes of a frontal face `eyesPx` apart. */
export function alignFace(image: RgbImage, mesh: Mesh, eyesPx: number, window: Window | "hull"): AlignedFace {
  const scale = eyesPx / frontalEyesPx;
  const toFrame = fitSimilarity(
    uprightFive(mesh),
    frontal.map(([x, y]): Point => [x * scale, y * scale]),
  );
  const corners = convexHull(findLandmarks68(mesh)).map((corner) => applyTo(toFrame, corner));
  const { x, y, width, height } = window === "hull" ? boundsOf(corners) : scaled(window, scale);
  const place = (point: Point): Point => {
    const [atX, atY] = applyTo(toFrame, point);
    return [atX - x, atY - y];
  };
  const toPicture = inverse({ ...toFrame, tx: toFrame.tx - x, ty: toFrame.ty - y });
  const inside = insideMask(image, toPicture, width, height);
  const hull = fillConvex(
    corners.map(([left, top]): Point => [left - x, top - y]),
    width,
    height,
  );
  for (let i = 0; i < hull.length; i++) hull[i] = (hull[i] as number) & (inside[i] as number);
  return { rgb: warpCrop(image, toPicture, width, height), width, height, inside, hull, place };
}

function inverse({ a, b, tx, ty }: Similarity): Similarity {
  const square = a * a + b * b;
  return { a: a / square, b: -b / square, tx: -(a * tx + b * ty) / square, ty: (b * tx - a * ty) / square };
}

function scaled({ x, y, width, height }: Window, scale: number): Window {
  return { x: x * scale, y: y * scale, width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** One pixel of room, which 3 x 3 filters need. */
function boundsOf(corners: readonly Point[]): Window {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.floor(Math.min(...xs)) - 1, Math.floor(Math.min(...ys)) - 1];
  return { x, y, width: Math.ceil(Math.max(...xs)) + 1 - x, height: Math.ceil(Math.max(...ys)) + 1 - y };
}

function insideMask({ width: right, height: bottom }: RgbImage, toPicture: Similarity, width: number, height: number) {
  const corners = [
    [0, 0],
    [right, 0],
    [right, bottom],
    [0, bottom],
  ] as const;
  const back = inverse(toPicture);
  return fillConvex(
    corners.map((corner) => applyTo(back, corner)),
    width,
    height,
  );
}
