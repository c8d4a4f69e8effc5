import type { Point } from "@/inference/pipeline/analysis";
import { type Mesh, meshPoint } from "./mesh-points";

/** Mesh points that mean the same as those of the iBUG layout: jaw, brows, nose, eyes, outer and inner lips. */
const meshIndices: readonly number[] = [
  ...[127, 234, 132, 58, 172, 150, 149, 148, 152, 377, 378, 379, 397, 288, 361, 454, 356],
  ...[70, 63, 105, 66, 107, 336, 296, 334, 293, 300],
  ...[168, 197, 5, 4, 98, 97, 2, 326, 327],
  ...[33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380],
  ...[61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91],
  ...[78, 81, 13, 311, 308, 402, 14, 178],
];

/** 68 points in picture pixels in the order of the iBUG 300-W annotations; left of an upright face's picture first. */
export function findLandmarks68(mesh: Mesh): Point[] {
  return meshIndices.map((index) => meshPoint(mesh, index));
}
