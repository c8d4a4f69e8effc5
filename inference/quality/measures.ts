/**
 * What can be measured of a face's picture. Every measure has a native value, whose unit stands here, and a score of
 * 0..100 in which more is better; formulas and sources stand with the function that computes it. Left and right are as
 * seen in the picture of an upright face. T is the way from between the eyes to the chin; the hull is the convex hull of
 * the 68 landmarks, which ends at the brows.
 */
export const qualityMeasures = [
  /** How well a recogniser will know the face again, 0..1. */
  "unified",
  /** log10 of the variance of the Laplacian at 60 px between the eyes. */
  "sharpness",
  /** Standard deviation of the noise in grey levels, 0..255. */
  "noise",
  /** How much stronger steps are on the borders of 8 x 8 blocks than elsewhere; 1 = no blocks. */
  "compression",
  /** Likeness of the two cheeks' brightness, 0..1. */
  "illuminationUniformity",
  /** Mean linear luminance of the hull, 0..1. */
  "luminanceMean",
  /** Its variance, 0..0.25. */
  "luminanceVariance",
  /** Share of nearly black pixels of the hull, 0..1. */
  "underExposure",
  /** Share of nearly white pixels of the hull, 0..1. */
  "overExposure",
  /** Entropy of the hull's luminance, 0..8 bits. */
  "dynamicRange",
  /** 99th minus 1st percentile of the hull's luma, 0..255. */
  "dynamicRangePercentile",
  /** Mean luma of the hull, -1 (black) .. 1 (white). */
  "brightness",
  /** Glare on the face; from 1 on it disturbs. */
  "flare",
  /** How far the cheeks' colour lies from that of skin, in CIELAB; 100 = no skin at all. */
  "naturalColour",
  /** Mean gradient of what is around the head, 0 = even. */
  "backgroundUniformity",
  /** Evidence for marks repeated over the picture, 0..1. */
  "watermark",
  /** Area of the largest other face relative to this one's, 0..1. */
  "singleFace",
  /** Openness of the less open eye, times how visible it is, 0..1. */
  "eyesOpen",
  "leftEyeOpen",
  "rightEyeOpen",
  /** Gap between the lips in T. */
  "mouthClosed",
  /** 0 = closed, 1 = wide open. */
  "mouthOpenness",
  /** Probability that either eye is hidden or outside the picture, 0..1. */
  "eyesVisible",
  "leftEyeVisible",
  "rightEyeVisible",
  "noseVisible",
  "mouthVisible",
  /** Mean of that over ten regions of the face. */
  "faceVisible",
  /** Probability of a neutral expression, 0..1. */
  "expressionNeutrality",
  /** Degrees: > 0 looks to the right of the picture. */
  "yaw",
  /** Degrees: > 0 looks up. */
  "pitch",
  /** Degrees: > 0 is turned clockwise. */
  "roll",
  /** Pixels between the middles of the eyes, divided by the cosine of the yaw. */
  "interEyeDistance",
  /** Pixels between the pupils. */
  "eyesDistance",
  /** T as a share of the picture's height. */
  "headSize",
  /** Hull inside the picture as a share of the picture, 0..1. */
  "faceSize",
  /** Share of the hull that lies inside the picture, 0..1. */
  "integrity",
  /** 1 = the middle of the features is the middle of the picture, 0 = half a side or more away. */
  "distanceToCentre",
  /** Way from the left edge to the left eye in distances of the eyes. */
  "leftwardCrop",
  /** Way from the right eye to the right edge in distances of the eyes. */
  "rightwardCrop",
  /** Way from the upper edge to the eyes in T. */
  "marginAbove",
  /** Way from the eyes to the lower edge in T. */
  "marginBelow",
  /** Pixels by which the head leaves the picture, 0 = not at all. */
  "marginInner",
  /** Pixels by which the room wanted around the head leaves the picture. */
  "marginOuter",
] as const;

export type QualityMeasure = (typeof qualityMeasures)[number];

export interface QualityValue {
  /** In the unit of the measure. */
  readonly native: number;
  /** Whole number 0..100, more is better. What cannot be measured has 0. */
  readonly score: number;
}

/** The measures that were asked for. */
export type QualityValues = Readonly<Partial<Record<QualityMeasure, QualityValue>>>;
