import type { Point } from "@/inference/pipeline/analysis";
import type { EyeLook } from "./eye-look";
import { type Mesh, meshCentre, meshPoint } from "./mesh-points";

/** Mesh points behind each landmark, averaged; the two empty ones are the pupils. */
const layout: readonly (readonly number[])[] = [
  ...[[46, 70], [105], [107, 55], [336, 285], [334], [276, 300]],
  ...[[33], [], [133], [362], [], [263]],
  ...[[132], [129], [1], [358], [361]],
  ...[[61], [13, 14], [291], [152]],
];
const pupils = [7, 10] as const;
/** Each ear's lobe lies this share of the face's width outside the mesh's outline: landmark, mesh point, opposite one. */
const lobes = [
  [12, 132, 361],
  [16, 361, 132],
] as const;
const lobeDistance = 0.03;

/**
 * 21 points in picture pixels: brows (outer end, arch, inner end; inner end, arch, outer end), eyes (corner, pupil, corner
 * each), left lobe, nose (left wing, tip, right wing), right lobe, mouth (corner, middle, corner), chin.
 */
export function findLandmarks21(mesh: Mesh, eyes: readonly EyeLook[]): Point[] {
  const points = layout.map((indices) => meshCentre(mesh, indices));
  for (const [i, target] of pupils.entries()) points[target] = (eyes[i] as EyeLook).pupil;
  for (const [target, near, far] of lobes) {
    const [[x, y], [farX, farY]] = [meshPoint(mesh, near), meshPoint(mesh, far)];
    points[target] = [x + lobeDistance * (x - farX), y + lobeDistance * (y - farY)];
  }
  return points;
}
