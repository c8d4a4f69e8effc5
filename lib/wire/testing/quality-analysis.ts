import type { Analysis, FaceAnalysis, OcclusionRegion } from "@/inference/pipeline/analysis";
import type { QualityValue, QualityValues } from "@/inference/quality/measures";
import { fullAnalysis } from "./sample-analysis";

const regions = [
  "leftCheek",
  "rightCheek",
  "chin",
  "leftEye",
  "rightEye",
  "leftEyebrow",
  "rightEyebrow",
  "forehead",
  "mouth",
  "nose",
] as const satisfies readonly OcclusionRegion[];

/** Every region at 0.6, which is not hidden yet on the vendors' wires, but those named at 0.61. */
function occlusionWith(hidden: readonly OcclusionRegion[]): NonNullable<FaceAnalysis["occlusion"]> {
  const entries = regions.map((region) => {
    const probability = hidden.includes(region) ? 0.61 : 0.6;
    return [region, { probability, isOccluded: true }] as const;
  });
  return Object.fromEntries(entries) as NonNullable<FaceAnalysis["occlusion"]>;
}

const native = (value: number, score = 50): QualityValue => ({ native: value, score });

const quality: QualityValues = {
  leftEyeVisible: native(0.02),
  rightEyeVisible: native(0.05),
  noseVisible: native(0.01),
  mouthVisible: native(0.1),
  distanceToCentre: native(0.91234),
  faceSize: native(0.1875),
  brightness: native(-0.03124),
  sharpness: native(2.3, 87),
  mouthOpenness: native(0.04),
  integrity: native(1),
};

interface Wishes {
  readonly unified?: number;
  readonly hidden?: readonly OcclusionRegion[];
}

/** A face with all that the quality wires ask for. */
export function qualityFace({ unified = 0.9, hidden = [] }: Wishes = {}): FaceAnalysis {
  return {
    box: { xMin: 120.4, yMin: 79.6, xMax: 360.5, yMax: 400.2, probability: 0.98 },
    pose: { yaw: -4.25, pitch: 2.5, roll: 0.125 },
    occlusion: occlusionWith(hidden),
    quality: { ...quality, unified: native(unified) },
    timingsMs: {},
  };
}

export function analysisOf(...faces: readonly FaceAnalysis[]): Analysis {
  return { ...fullAnalysis, faces };
}
