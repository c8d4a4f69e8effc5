import type { QualityMeasure, QualityValues } from "@/inference/quality/measures";

/** What a caller may ask for besides the boxes, which are always there. */
export type Feature =
  | "landmarks5"
  | "landmarks21"
  | "landmarks68"
  | "landmarks106"
  | "landmarks468"
  | "age"
  | "gender"
  | "emotion"
  | "mask"
  | "occlusion"
  | "eyes"
  | "mouth"
  | "liveness"
  | "pose"
  | "embedding"
  | "alignedFace";

/** A point or size in pixels of the upright image; x grows to the right, y downwards. */
export type Point = readonly [x: number, y: number];

/** Of a rectangle. */
export interface Edges {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Edges in pixels of the upright image, clipped to it, not rounded. */
interface Box extends Edges {
  /** Calibrated: of boxes with 0.9, nine in ten hold a face. */
  readonly probability: number;
}

export type Emotion = "neutral" | "happy" | "sad" | "angry" | "fearful" | "disgusted" | "surprised";
type MaskState = "without_mask" | "with_mask" | "worn_incorrectly";

/** Left as seen in the picture of an upright face. */
export type OcclusionRegion =
  | "leftCheek"
  | "rightCheek"
  | "chin"
  | "leftEye"
  | "rightEye"
  | "leftEyebrow"
  | "rightEyebrow"
  | "forehead"
  | "mouth"
  | "nose";

/** 0 = closed, 1 = wide open; `isOpen` from 0.5 on. */
interface Openness {
  readonly openness: number;
  readonly isOpen: boolean;
}

/** One face. A member is there exactly when its feature was asked for. */
export interface FaceAnalysis {
  readonly box: Box;
  /** Left eye, right eye, nose tip, left and right mouth corner; left as seen in the picture. */
  readonly landmarks5?: readonly Point[];
  readonly landmarks21?: readonly Point[];
  readonly landmarks68?: readonly Point[];
  readonly landmarks106?: readonly Point[];
  /** In picture pixels; z is smaller the nearer a point is. */
  readonly landmarks468?: readonly (readonly [x: number, y: number, z: number])[];
  /** Years; `low` to `high` is meant to hold the true age with `probability`. */
  readonly age?: { readonly years: number; readonly low: number; readonly high: number; readonly probability: number };
  readonly gender?: { readonly value: "male" | "female"; readonly probability: number };
  /** The likeliest of seven; the probabilities add up to 1. */
  readonly emotion?: { readonly value: Emotion; readonly probabilities: Readonly<Record<Emotion, number>> };
  readonly mask?: { readonly value: MaskState; readonly probability: number };
  /** `isOccluded` from 0.5 on, a border that bare faces seldom reach. */
  readonly occlusion?: Readonly<
    Record<OcclusionRegion, { readonly probability: number; readonly isOccluded: boolean }>
  >;
  /** Left as seen in the picture of an upright face. */
  readonly eyes?: { readonly left: Openness; readonly right: Openness };
  readonly mouth?: Openness;
  /** That the face itself stood before the camera, no print and no screen; a hint, not a certified test. */
  readonly liveness?: { readonly probability: number };
  /** Degrees, 0 for a frontal face. */
  readonly pose?: { readonly yaw: number; readonly pitch: number; readonly roll: number };
  /** L2-normalised. */
  readonly embedding?: Float32Array;
  /** 112 x 112 RGB bytes, row by row: the face turned, scaled and shifted so that its five points lie as in ArcFace's crops. */
  readonly alignedFace?: Uint8Array;
  /** The measures asked for with `AnalyzeOptions.quality`. */
  readonly quality?: QualityValues;
  /** Milliseconds spent on this face, per feature and for all measures of quality together. */
  readonly timingsMs: Readonly<Partial<Record<Feature | "quality", number>>>;
}

/** What may be kept of a picture. */
export interface KeepablePicture {
  /** The picture upright and without metadata. */
  readonly bytes: Uint8Array;
  readonly mediaType: "image/jpeg" | "image/png" | "image/webp";
  /** JPEG of 160 x 160 pixels around the face. */
  readonly thumbnail: Uint8Array;
}

/** A person, whole or in part. Edges as those of a face's box; `probability` is the network's own, not calibrated. */
export type Body = Box;

export interface Analysis {
  /** Size in pixels of the upright image. */
  readonly width: number;
  readonly height: number;
  /** Largest box area first. */
  readonly faces: readonly FaceAnalysis[];
  readonly timingsMs: { readonly queue: number; readonly decode: number; readonly detect: number };
  /** Version tag of the network or networks behind the detector and each feature that was asked for. */
  readonly versions: Readonly<Partial<Record<Feature | "detector" | "bodies" | "quality", string>>>;
  /** People, the surest first; there exactly when asked for. */
  readonly bodies?: readonly Body[];
  /** Only when it was asked for and there is exactly one face. */
  readonly picture?: KeepablePicture;
}

export interface AnalyzeOptions {
  readonly features: readonly Feature[];
  /** What to measure of every face; absent = nothing. */
  readonly quality?: readonly QualityMeasure[];
  /** 0..1, boxes at or below it are dropped; absent = the model pack's own threshold. */
  readonly probabilityMin?: number;
  /** Keeps the largest faces only, before any feature runs; absent = all. */
  readonly facesMax?: number;
  /** Nothing is searched: the picture is one face, boxed whole with probability 1. */
  readonly wholeImage?: true;
  /**
   * Nothing is searched: these are the faces, with probability 1, in this order. Edges as shares of the upright picture's
   * width and height, 0..1; none = no faces.
   */
  readonly faceBoxes?: readonly Edges[];
  /** The picture is a face cut out as `alignedFace`: nothing is searched, and none is found where it has another size or shows no face. */
  readonly alignedPicture?: true;
  /** Finds people besides faces. */
  readonly bodies?: true;
  /** Makes what may be kept of a picture with exactly one face. */
  readonly picture?: true;
}
