import type { FaceAnalysis } from "@/lib/domain/detection/types";
import { judgeFace } from "@/lib/domain/quality/service";
import type { QualityReason } from "@/lib/domain/quality/types";
import { roundTo } from "@/lib/http/round-to";
import type { FaceStyle } from "./serialize";

type Occlusion = NonNullable<FaceAnalysis["occlusion"]>;

const regionWords = {
  leftCheek: "left_cheek",
  rightCheek: "right_cheek",
  chin: "chin",
  leftEye: "left_eye",
  rightEye: "right_eye",
  leftEyebrow: "left_eyebrow",
  rightEyebrow: "right_eyebrow",
  forehead: "forehead",
  mouth: "mouth",
  nose: "nose",
} as const satisfies Record<keyof Occlusion, string>;

/** Members that the vendor does not have, each there exactly when its plugin was asked for. */
export function serializeExtras({ emotion, occlusion, liveness, quality }: FaceAnalysis, { good }: FaceStyle) {
  return {
    emotion: emotion && { value: emotion.value, probabilities: emotion.probabilities },
    occlusion: occlusion && serializeOcclusion(occlusion),
    liveness: liveness && { probability: liveness.probability },
    quality: quality && serializeQuality(quality, good),
  };
}

function serializeQuality(values: NonNullable<FaceAnalysis["quality"]>, good: FaceStyle["good"]) {
  const { profile, passed, reasons } = judgeFace(values, good);
  const unified = roundTo(values.unified?.native ?? 0, 5);
  return { unified, profile: profile.toLowerCase(), passed, reasons: reasons.map(serializeReason) };
}

/** What a picture lacks, in the words of a gate. */
export function serializeReason({ measure, score, scoreMin, problem, advice }: QualityReason) {
  return { measure, score, score_min: scoreMin, problem, advice };
}

function serializeOcclusion(occlusion: Occlusion) {
  const regions = Object.keys(regionWords) as (keyof Occlusion)[];
  return Object.fromEntries(
    regions.map((region) => {
      const { probability, isOccluded } = occlusion[region];
      return [regionWords[region], { probability, occluded: isOccluded }];
    }),
  );
}
