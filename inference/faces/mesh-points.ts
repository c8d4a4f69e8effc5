import type { Similarity } from "@/inference/geometry/similarity";
import { angleBetween, squareCrop } from "@/inference/geometry/similarity";
import type { Point } from "@/inference/pipeline/analysis";

/** 468 points x, y, z of MediaPipe's face mesh in image pixels; z has the scale of x, smaller = nearer. */
export type Mesh = Float32Array;

/** Rims of the eyelids; left and right as seen in the picture of an upright face. */
const leftEyeRing = [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246] as const;
const rightEyeRing = [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466] as const;

/** One mesh point as it lies in the picture. */
export function meshPoint(mesh: Mesh, index: number): Point {
  return [mesh[index * 3] as number, mesh[index * 3 + 1] as number];
}

/** The middle of several mesh points. */
export function meshCentre(mesh: Mesh, indices: readonly number[]): Point {
  let [x, y] = [0, 0];
  for (const index of indices) {
    x += mesh[index * 3] as number;
    y += mesh[index * 3 + 1] as number;
  }
  return [x / indices.length, y / indices.length];
}

/** Middles of the two eyes, the one on the left of an upright face first. */
export function eyeCentres(mesh: Mesh): readonly [left: Point, right: Point] {
  return [meshCentre(mesh, leftEyeRing), meshCentre(mesh, rightEyeRing)];
}

/** The mesh's bounds along and across the line through the eyes. */
export interface LevelBounds {
  /** Radians of the line through the eyes. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
  /** The picture's point `shareX` of the width and `shareY` of the height away from the bounds' middle. */
  at(shareX: number, shareY: number): Point;
}

export function levelBounds(mesh: Mesh): LevelBounds {
  const angle = angleBetween(...eyeCentres(mesh));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < mesh.length; i += 3) {
    const [x, y] = [mesh[i] as number, mesh[i + 1] as number];
    const [along, down] = [x * cos + y * sin, y * cos - x * sin];
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, down);
    bottom = Math.max(bottom, down);
  }
  const [width, height] = [right - left, bottom - top];
  const at = (shareX: number, shareY: number): Point => {
    const [along, down] = [(left + right) / 2 + shareX * width, (top + bottom) / 2 + shareY * height];
    return [along * cos - down * sin, along * sin + down * cos];
  };
  return { angle, width, height, at };
}

/**
 * Crop → image for the smallest square around the mesh whose upper edge is parallel to the line through the eyes, shown
 * in `cropSidePx` pixels.
 */
export function levelSquare(mesh: Mesh, cropSidePx: number): Similarity {
  const { angle, width, height, at } = levelBounds(mesh);
  return squareCrop(at(0, 0), Math.max(width, height), angle, cropSidePx);
}
