import { type Mesh, meshPoint } from "@/inference/faces/mesh-points";
import type { FaceAnalysis, OcclusionRegion } from "@/inference/pipeline/analysis";
import { areaOf, clipToPicture, convexHull } from "./convex-hull";
import type { QualityValue } from "./measures";
import { valued } from "./scalar";

type Occlusion = NonNullable<FaceAnalysis["occlusion"]>;
type Openness = NonNullable<FaceAnalysis["eyes"]>["left"];
export type Feature = "leftEye" | "rightEye" | "nose" | "mouth";

/** Mesh points around each feature. */
const rings = {
  leftEye: [33, 246, 160, 158, 173, 133, 155, 153, 144, 7],
  rightEye: [263, 466, 387, 385, 398, 362, 382, 380, 373, 249],
  nose: [168, 98, 97, 2, 326, 327, 129, 358],
  mouth: [61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91],
} as const satisfies Record<Feature, readonly number[]>;

/** What hides the features of one face: things before it, and the edges of the picture. */
export interface Hiding {
  readonly occlusion: Occlusion;
  readonly mesh: Mesh;
  readonly picture: { readonly width: number; readonly height: number };
}

/** Probability that a feature is hidden or outside the picture, 0..1. */
function hiddenShare({ occlusion, mesh, picture }: Hiding, feature: Feature): number {
  const ring = convexHull(rings[feature].map((index) => meshPoint(mesh, index)));
  const inside = areaOf(clipToPicture(ring, picture.width, picture.height)) / areaOf(ring);
  return 1 - (1 - occlusion[feature].probability) * (Number.isFinite(inside) ? inside : 0);
}

const visible = (hidden: number) => valued(hidden, 100 * (1 - hidden));

/** ISO/IEC 29794-5 takes the hidden share of the feature's pixels; here the probability that it is hidden stands for it. */
export function featureVisible(hiding: Hiding, feature: Feature): QualityValue {
  return visible(hiddenShare(hiding, feature));
}

/** The same of the eye that is hidden more. */
export function eyesVisible(hiding: Hiding): QualityValue {
  return visible(Math.max(hiddenShare(hiding, "leftEye"), hiddenShare(hiding, "rightEye")));
}

/** The mean over all ten regions. */
export function faceVisible({ occlusion }: Hiding): QualityValue {
  const hidden = Object.values<Occlusion[OcclusionRegion]>(occlusion);
  return visible(hidden.reduce((sum, { probability }) => sum + probability, 0) / hidden.length);
}

/** Openness times how visible the eye is, 0..1: what is covered cannot be seen to be open. */
export function eyeOpen({ openness }: Openness, hiding: Hiding, eye: "leftEye" | "rightEye"): QualityValue {
  const native = openness * (1 - hiddenShare(hiding, eye));
  return valued(native, 100 * native);
}
