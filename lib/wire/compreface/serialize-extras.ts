import type { FaceAnalysis } from "@/lib/domain/detection/types";

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
export function serializeExtras({ emotion, occlusion, liveness }: FaceAnalysis) {
  return {
    emotion: emotion && { value: emotion.value, probabilities: emotion.probabilities },
    occlusion: occlusion && serializeOcclusion(occlusion),
    liveness: liveness && { probability: liveness.probability },
  };
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
