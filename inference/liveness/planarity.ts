import { eyeCentres, meshPoint } from "@/inference/faces/mesh-points";
import type { Point } from "@/inference/pipeline/analysis";
import type { Frame } from "./frame";
import { fitHomography, project } from "./homography";

/** Points of a face that do not move against each other: corners of the eyes, nose, brows, temples and cheekbones. */
const rigidPoints = [33, 133, 362, 263, 168, 6, 197, 195, 1, 4, 98, 327, 55, 285, 70, 300, 127, 356, 234, 454] as const;
/** Degrees of yaw between two pictures below which a head looks as flat as its photo. */
const turnMin = 4;
/** Error that a turned photo leaves, and what a head leaves beyond it, in distances between the eyes. */
const [flat, round] = [0.015, 0.02] as const;

/**
 * -1..1: whether the pair that is turned the most moved like a head (1) or like a plane (-1), for which one projective map
 * explains all points; 0 when nothing turned enough to tell. The mesh's depth is not asked: it is guessed from one picture
 * and as deep for a photo of a photo.
 */
export function judgePlanarity(frames: readonly Frame[]): number {
  const pairs = frames.flatMap((a, i) => frames.slice(i + 1).map((b) => [a, b] as const));
  const turnOf = ([a, b]: readonly [Frame, Frame]) => Math.abs(a.yaw - b.yaw);
  const widest = pairs.toSorted((a, b) => turnOf(b) - turnOf(a))[0];
  if (!widest || turnOf(widest) < turnMin) return 0;
  const [from, to] = widest.map(placeRigidPoints) as [Point[], Point[]];
  const map = fitHomography(from, to);
  const squares = from.map((point, i) => {
    const [[x, y], [wantedX, wantedY]] = [project(map, point), to[i] as Point];
    return (x - wantedX) ** 2 + (y - wantedY) ** 2;
  });
  const error = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  return Math.max(-1, Math.min(1, (error - flat) / round));
}

/** Around the middle of the eyes, in distances between them. */
function placeRigidPoints({ mesh }: Frame): Point[] {
  const [left, right] = eyeCentres(mesh);
  const apart = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const [x, y] = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  return rigidPoints.map((index): Point => {
    const [px, py] = meshPoint(mesh, index);
    return [(px - x) / apart, (py - y) / apart];
  });
}
