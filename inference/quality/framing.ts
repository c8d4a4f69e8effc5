import { findLandmarks68 } from "@/inference/faces/landmarks68";
import { type Mesh, meshCentre, meshPoint } from "@/inference/faces/mesh-points";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Point } from "@/inference/pipeline/analysis";
import { areaOf, clipToPicture, convexHull } from "./convex-hull";
import type { QualityValue } from "./measures";
import { sigmoid, valued } from "./scalar";

/** Where a face lies in its picture, in pixels. */
export interface Frame {
  readonly picture: { readonly width: number; readonly height: number };
  /** Middles between the corners of each eye; left of an upright face's picture first. */
  readonly eyes: readonly [left: Point, right: Point];
  readonly between: Point;
  readonly eyesPx: number;
  /** From between the eyes to the chin. */
  readonly chinPx: number;
  /** Corners of the hull of the 68 landmarks. */
  readonly hull: readonly Point[];
  readonly mesh: Mesh;
}

const chin = 152;
const forehead = 10;

export function frameFace({ width, height }: RgbImage, mesh: Mesh): Frame {
  const eyes = [meshCentre(mesh, [33, 133]), meshCentre(mesh, [362, 263])] as const;
  const between: Point = [(eyes[0][0] + eyes[1][0]) / 2, (eyes[0][1] + eyes[1][1]) / 2];
  return {
    picture: { width, height },
    eyes,
    between,
    eyesPx: distance(...eyes),
    chinPx: distance(between, meshPoint(mesh, chin)),
    hull: convexHull(findLandmarks68(mesh)),
    mesh,
  };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

// The next six are ISO/IEC 29794-5's, with the scalar mapping of its reference implementation.

/** Pixels, divided by the cosine of the yaw (degrees); half the score at 70. */
export function interEyeDistance({ eyesPx }: Frame, yaw: number): QualityValue {
  return eyeDistanceOf(eyesPx / Math.max(0.2, Math.cos((yaw * Math.PI) / 180)));
}

/** The score of so many pixels between the eyes. */
export function eyeDistanceOf(px: number): QualityValue {
  return valued(px, 100 * sigmoid((px - 70) / 20));
}

/** From between the eyes to the chin as a share of the picture's height; best at 0.45. */
export function headSize({ chinPx, picture }: Frame): QualityValue {
  const share = chinPx / picture.height;
  return valued(share, 200 * (1 - sigmoid(Math.abs(share - 0.45) / 0.05)));
}

/** Way from the left edge to the left eye, in distances of the eyes. */
export function leftwardCrop({ eyes, eyesPx }: Frame): QualityValue {
  return roomOf(Math.min(eyes[0][0], eyes[1][0]) / eyesPx, 0.9);
}

/** Way from the right eye to the right edge, in distances of the eyes. */
export function rightwardCrop({ eyes, eyesPx, picture }: Frame): QualityValue {
  return roomOf((picture.width - Math.max(eyes[0][0], eyes[1][0])) / eyesPx, 0.9);
}

/** Way from the upper edge to between the eyes, in T. */
export function marginAbove({ between, chinPx }: Frame): QualityValue {
  return roomOf(between[1] / chinPx, 1.4);
}

/** Way from between the eyes to the lower edge, in T. */
export function marginBelow({ between, chinPx, picture }: Frame): QualityValue {
  return roomOf((picture.height - between[1]) / chinPx, 1.8);
}

function roomOf(room: number, wanted: number): QualityValue {
  return valued(room, 100 * sigmoid((room - wanted) / 0.1));
}

/** Hull inside the picture as a share of the picture; half the score at 1/20. */
export function faceSize({ hull, picture: { width, height } }: Frame): QualityValue {
  const share = areaOf(clipToPicture(hull, width, height)) / (width * height);
  return valued(share, 100 * sigmoid((share - 0.05) / 0.015));
}

/** Share of the hull inside the picture; the mesh is laid also where the picture does not reach. */
export function integrity({ hull, picture: { width, height } }: Frame): QualityValue {
  const share = areaOf(clipToPicture(hull, width, height)) / areaOf(hull);
  return valued(share, 100 * share);
}

/** 1 minus the way from the middle of the hull's area to that of the picture, in shorter sides of the picture. */
export function distanceToCentre({ hull, picture: { width, height } }: Frame): QualityValue {
  const away = distance(centreOf(hull), [width / 2, height / 2]) / Math.min(width, height);
  const native = Math.max(0, 1 - away);
  return valued(native, 100 * native);
}

/** The middle of a polygon's area. */
function centreOf(corners: readonly Point[]): Point {
  let [x, y, area] = [0, 0, 0];
  for (const [i, [ax, ay]] of corners.entries()) {
    const [bx, by] = corners[(i + 1) % corners.length] as Point;
    const cross = ax * by - bx * ay;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
    area += 3 * cross;
  }
  return [x / area, y / area];
}

/** Room for the crown above the mesh, in shares of the way from chin to forehead. */
const crown = 0.35;

/** Pixels by which the mesh with room for the crown leaves the picture. No score from half an eye distance on. */
export function marginInner({ mesh, picture, eyesPx }: Frame): QualityValue {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < mesh.length; i += 3) {
    const [x, y] = [mesh[i] as number, mesh[i + 1] as number];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  top -= crown * distance(meshPoint(mesh, chin), meshPoint(mesh, forehead));
  return deviationOf([left, top, right, bottom], picture, 0.5 * eyesPx);
}

/**
 * Pixels by which the room wanted around a head (half the score of the four measures above) leaves the picture. No score
 * from two eye distances on.
 */
export function marginOuter({ eyes, eyesPx, between: [, middleY], chinPx, picture }: Frame): QualityValue {
  const [left, right] = [Math.min(eyes[0][0], eyes[1][0]), Math.max(eyes[0][0], eyes[1][0])];
  const wanted = [left - 0.9 * eyesPx, middleY - 1.4 * chinPx, right + 0.9 * eyesPx, middleY + 1.8 * chinPx] as const;
  return deviationOf(wanted, picture, 2 * eyesPx);
}

function deviationOf(
  [left, top, right, bottom]: readonly [number, number, number, number],
  { width, height }: Frame["picture"],
  worstPx: number,
): QualityValue {
  const native = Math.max(0, -left, -top, right - width, bottom - height);
  return valued(native, 100 * (1 - native / worstPx));
}
