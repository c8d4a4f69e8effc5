import type { Analysis, AnalysisRequest, Feature } from "@/lib/domain/detection/types";

export interface PortraitRequest extends Omit<AnalysisRequest, "features" | "quality" | "picture" | "bodies"> {
  /** What else is wanted of the faces. */
  readonly features?: readonly Feature[];
}

/** How good the picture of a face is. Scores are whole numbers of 0..100, more is better; what cannot be measured has 0. */
export interface Portrait {
  /** All of it together; one bad fault alone makes it low. */
  readonly totalScore: number;
  readonly sharpnessScore: number;
  readonly illuminationScore: number;
  /** Whether glare disturbs, also where that cannot be seen. */
  readonly hasFlare: boolean;
  readonly leftEyeScore: number;
  readonly rightEyeScore: number;
  readonly backgroundScore: number;
  /** Grey levels between the darkest and the brightest of the face, 0..255. */
  readonly dynamicRange: number;
  readonly eyesDistancePx: number;
  readonly noiseScore: number;
  /** Pixels by which the head leaves the picture. */
  readonly marginInnerPx: number;
  /** Pixels by which the room wanted around the head leaves the picture. */
  readonly marginOuterPx: number;
  readonly neutralityScore: number;
  readonly unmaskedScore: number;
  /** Evidence for marks over the picture, 0..100, more is worse. */
  readonly watermark: number;
  /** The largest of the angles by which the head is turned, nodding and tilted. */
  readonly rotationDegrees: number;
}

export interface Portraits {
  readonly analysis: Analysis;
  /** One for each face, in the same order. */
  readonly portraits: readonly Portrait[];
}
