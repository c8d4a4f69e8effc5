import type { Point } from "@/inference/pipeline/analysis";
import { eyeCentres, type Mesh, meshPoint } from "./mesh-points";

const noseTip = 1;
const mouthCorners = [61, 291] as const;

/** Left eye, right eye, nose tip, left and right mouth corner in image pixels; left as in the picture of an upright face. */
export function uprightFive(mesh: Mesh): Point[] {
  return [...eyeCentres(mesh), ...[noseTip, ...mouthCorners].map((index) => meshPoint(mesh, index))];
}

/**
 * Eye, eye, nose tip, mouth corner, mouth corner in image pixels. The eye further left in the picture comes first, and
 * the mouth corner of that side before the other, also when the face is upside down.
 */
export function findLandmarks5(mesh: Mesh): Point[] {
  const [left, right, tip, leftCorner, rightCorner] = uprightFive(mesh) as [Point, Point, Point, Point, Point];
  return left[0] <= right[0]
    ? [left, right, tip, leftCorner, rightCorner]
    : [right, left, tip, rightCorner, leftCorner];
}
