import type { ServiceScope } from "@/lib/auth/service-scope";
import type { AnalyzeOptions, FaceAnalysis, Feature } from "@/lib/domain/detection/types";

export type QualityMeasure = NonNullable<AnalyzeOptions["quality"]>[number];
export type QualityValues = NonNullable<FaceAnalysis["quality"]>;

/** What a bad photo meets when a face is added: nothing, the reasons beside the answer, or a refusal with them. */
export const qualityGates = ["OFF", "WARN", "REFUSE"] as const;
export type QualityGate = (typeof qualityGates)[number];

/** What a photo is good for; CUSTOM has limits of the service's own. */
export const qualityProfiles = ["ENROLMENT", "ICAO", "WEBCAM", "CUSTOM"] as const;
export type QualityProfile = (typeof qualityProfiles)[number];

/** Lowest score, 0..100, of each measure that counts. */
export type QualityLimits = Readonly<Partial<Record<QualityMeasure, number>>>;

/** The settings of a service that decide what it takes for good. */
export interface QualitySettings {
  readonly qualityGate: QualityGate;
  readonly qualityProfile: QualityProfile;
  /** Set exactly when the profile is CUSTOM. */
  readonly customQualityLimits: QualityLimits | null;
}

/** A limit that a face does not reach. */
export interface QualityReason {
  readonly measure: QualityMeasure;
  /** 0..100 */
  readonly score: number;
  readonly scoreMin: number;
  /** What is wrong. */
  readonly problem: string;
  /** What the person before the camera, or who holds it, can do. */
  readonly advice: string;
}

/** A face measured against a profile. */
export interface FaceJudgement {
  readonly profile: QualityProfile;
  readonly limits: QualityLimits;
  readonly passed: boolean;
  /** In the order of the profile; none for a face that passed. */
  readonly reasons: readonly QualityReason[];
}

/** What a gate measured of a face that it let in. */
export interface AdmittedQuality {
  /** How well the face will be recognised, 0..1. */
  readonly unified: number;
  readonly passed: boolean;
  readonly reasons: readonly QualityReason[];
}

export interface AssessRequest {
  readonly scope: ServiceScope;
  /** The file as it was sent; it moves to a worker and is empty for the caller afterwards. */
  readonly bytes: Uint8Array;
  readonly measures: readonly QualityMeasure[];
  /** Keeps the largest faces only; absent = all. */
  readonly facesMax?: number | undefined;
  /** What else is wanted of the faces. */
  readonly features?: readonly Feature[] | undefined;
  /** 0..1, boxes at or below it are no faces; the service's own threshold, else the model pack's, when absent. */
  readonly probabilityMin?: number | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}
