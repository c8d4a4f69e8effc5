import { type Mesh, meshCentre, meshPoint } from "@/inference/faces/mesh-points";
import type { OcclusionRegion, Point } from "@/inference/pipeline/analysis";
import { type Canvas, coverOf } from "./canvas";
import { between, convexHull } from "./shapes";

interface Region {
  readonly mesh: readonly number[];
  /** How much larger than the hull of the points. */
  readonly growth: number;
  /** Share covered from which the region counts as occluded. */
  readonly coverMin: number;
}

/** Mesh points whose convex hull is the region. */
const regions = {
  leftCheek: { mesh: [116, 117, 118, 50, 205, 207, 187, 147, 123, 137], growth: 1, coverMin: 0.4 },
  rightCheek: { mesh: [345, 346, 347, 280, 425, 427, 411, 376, 352, 366], growth: 1, coverMin: 0.4 },
  chin: { mesh: [150, 149, 176, 148, 152, 377, 400, 378, 379, 335, 406, 18, 182, 106], growth: 1, coverMin: 0.4 },
  leftEye: { mesh: [33, 161, 160, 159, 158, 133, 153, 145, 144, 163], growth: 1.25, coverMin: 0.3 },
  rightEye: { mesh: [263, 388, 387, 386, 385, 362, 380, 374, 373, 390], growth: 1.25, coverMin: 0.3 },
  leftEyebrow: { mesh: [70, 63, 105, 66, 107, 55, 65, 52, 53, 46], growth: 1.05, coverMin: 0.4 },
  rightEyebrow: { mesh: [300, 293, 334, 296, 336, 285, 295, 282, 283, 276], growth: 1.05, coverMin: 0.4 },
  forehead: { mesh: [54, 103, 67, 109, 10, 338, 297, 332, 284, 333, 334, 9, 105, 104], growth: 1, coverMin: 0.4 },
  mouth: { mesh: [61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91], growth: 1, coverMin: 0.3 },
  nose: { mesh: [6, 129, 98, 97, 2, 326, 327, 358], growth: 1, coverMin: 0.3 },
} as const satisfies Record<OcclusionRegion, Region>;

export const regionNames = Object.keys(regions) as OcclusionRegion[];
/** Less than this is not occluded; what lies between is left out of the training. */
const coverFree = 0.1;

/** 1 = occluded, 0 = free, NaN = neither, in the order of `regionNames`. */
export function labelRegions(canvas: Canvas, mesh: Mesh): number[] {
  return regionNames.map((name) => {
    const { coverMin } = regions[name];
    const cover = coverOf(canvas, polygonOf(mesh, name));
    return cover >= coverMin ? 1 : cover <= coverFree ? 0 : Number.NaN;
  });
}

export function polygonOf(mesh: Mesh, name: OcclusionRegion): Point[] {
  const { mesh: indices, growth } = regions[name];
  const centre = meshCentre(mesh, indices);
  return convexHull(indices.map((index) => between(centre, meshPoint(mesh, index), growth)));
}
