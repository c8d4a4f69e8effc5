import type { Point } from "@/inference/pipeline/analysis";
import { eyeCentres, type Mesh, meshPoint } from "./mesh-points";

const noseTip = 1;
const mouthCorners = [61, 291] as const;

/**
 * Eye, eye, nose tip, mouth corner, mouth corner in image pixels. The eye further left in the picture comes first, and
 * the mouth corner of that side before the other, also when the face is upside down.
 */
export function findLandmarks5(mesh: Mesh): Point[] {
  const eyes = eyeCentres(mesh);
  const corners = mouthCorners.map((index) => meshPoint(mesh, index));
  const isInOrder = eyes[0][0] <= eyes[1][0];
  return isInOrder
    ? [...eyes, meshPoint(mesh, noseTip), ...corners]
    : [...eyes.toReversed(), meshPoint(mesh, noseTip), ...corners.toReversed()];
}
