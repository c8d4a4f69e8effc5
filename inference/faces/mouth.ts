import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import { eyeCentres, type Mesh, meshPoint } from "./mesh-points";

/** Pairs of points on the rims of the upper and the lower lip. */
const lipPairs = [
  [13, 14],
  [82, 87],
  [312, 317],
] as const;
const chin = 152;
/** Gap between the lips, as a share of the way from eyes to chin, that counts as half open, and how sharply. */
const [halfOpen, softness] = [0.2, 0.06] as const;

/** How open the mouth is: 1 minus ISO/IEC 29794-5's "mouth closed", which is a logistic of the gap between the lips. */
export function findMouth(mesh: Mesh): NonNullable<FaceAnalysis["mouth"]> {
  const [left, right] = eyeCentres(mesh);
  const [x, y] = meshPoint(mesh, chin);
  const length = Math.hypot((left[0] + right[0]) / 2 - x, (left[1] + right[1]) / 2 - y);
  const gap = Math.max(...lipPairs.map(([upper, lower]) => distance(mesh, upper, lower)));
  const openness = 1 / (1 + Math.exp((halfOpen - gap / length) / softness));
  return { openness, isOpen: openness >= 0.5 };
}

function distance(mesh: Mesh, a: number, b: number): number {
  const [from, to] = [meshPoint(mesh, a), meshPoint(mesh, b)];
  return Math.hypot(from[0] - to[0], from[1] - to[1]);
}
