import type { Analysis, AnalysisRequest } from "@/lib/domain/detection/types";

export type { SeriesRequest } from "@/lib/domain/detection/types";

/** Whether a living face stood before the camera; a hint, not a certified test. */
export interface LivenessVerdict {
  /** 0..1 */
  readonly probability: number;
  /** From a probability of 0.5 on. */
  readonly isLive: boolean;
  /** What the pictures say together; absent for one picture. */
  readonly series?: {
    /** Whether all show one person; the probability is 0.1 at most when not. */
    readonly isSamePerson: boolean;
    /** Whether all are one and the same picture; the probability is 0.4 at most when so. */
    readonly isSamePicture: boolean;
  };
}

export interface FacesRequest extends Pick<AnalysisRequest, "scope" | "bytes" | "faceBoxes" | "signal"> {
  /** Of a picture of which one face is judged. */
  readonly oneFacePixelsMax: number;
}

/** A picture whose faces are to be judged. */
export interface FoundFaces {
  readonly analysis: Analysis;
  /** Set where the picture is too poor for that. */
  readonly poor?: { readonly totalScore: number; readonly totalScoreMin: number };
}

export interface CheckedFaces extends FoundFaces {
  /** One for each face, in the same order; none where the picture is too poor. */
  readonly verdicts: readonly LivenessVerdict[];
}
