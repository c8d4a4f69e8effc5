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
  const openness = 1 / (1 + Math.exp((halfOpen - lipGap(mesh) / length) / softness));
  return { openness, isOpen: openness >= 0.5 };
}

/** The widest gap between the lips, in picture pixels. */
export function lipGap(mesh: Mesh): number {
  const gaps = lipPairs.map(([upper, lower]) => {
    const [from, to] = [meshPoint(mesh, upper), meshPoint(mesh, lower)];
    return Math.hypot(from[0] - to[0], from[1] - to[1]);
  });
  return Math.max(...gaps);
}
