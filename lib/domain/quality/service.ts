import { analyzePicture } from "@/lib/domain/detection/service";
import type { Analysis } from "@/lib/domain/detection/types";
import { qualityMeasures } from "./advice";
import { judgeQuality } from "./judge";
import { limitsOf } from "./profiles";
import type {
  AssessRequest,
  FaceJudgement,
  QualityMeasure,
  QualityProfile,
  QualitySettings,
  QualityValues,
} from "./types";

/** Measures every face of a picture, the largest first; maybe none. @throws AppError as `analyzePicture` */
export function assessFaces({ measures, features = [], ...request }: AssessRequest): Promise<Analysis> {
  return analyzePicture({ ...request, features, quality: measures });
}

/** Everything that can be measured. */
export const allMeasures: readonly QualityMeasure[] = qualityMeasures;

/** What the gate of a service has to measure: the profile's measures and the unified score, which is kept. */
export function measuresOfGate(settings: QualitySettings): readonly QualityMeasure[] {
  const limits = Object.keys(limitsOf(settings)) as QualityMeasure[];
  return [...new Set<QualityMeasure>(["unified", ...limits])];
}

/** What a face lacks by the service's profile, or by another one. */
export function judgeFace(
  values: QualityValues | undefined,
  settings: QualitySettings,
  profile: QualityProfile = settings.qualityProfile,
): FaceJudgement {
  const limits = limitsOf(settings, profile);
  const reasons = judgeQuality(values ?? {}, limits);
  return { profile, limits, passed: reasons.length === 0, reasons };
}
