import { analyzePicture } from "@/lib/domain/detection/service";
import type { Analysis } from "@/lib/domain/detection/types";
import { AppError } from "@/lib/errors/app-error";
import { qualityMeasures } from "./advice";
import { judgeQuality } from "./judge";
import { limitsOf } from "./profiles";
import type {
  AdmittedQuality,
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

/** What has to be measured to judge by a service's profile: its measures and the unified score. */
export function measuresOfProfile(settings: QualitySettings): readonly QualityMeasure[] {
  const limits = Object.keys(limitsOf(settings)) as QualityMeasure[];
  return [...new Set<QualityMeasure>(["unified", ...limits])];
}

/** What the gate of a service has to measure; nothing where it is off. */
export function measuresOfGate(settings: QualitySettings): readonly QualityMeasure[] | undefined {
  return settings.qualityGate === "OFF" ? undefined : measuresOfProfile(settings);
}

/**
 * Lets a measured face into a collection or not; undefined where the gate is off.
 *
 * @throws AppError `invalid_request` with what is wrong and what to do, for a face that the gate refuses
 */
export function passGate(values: QualityValues | undefined, settings: QualitySettings): AdmittedQuality | undefined {
  if (settings.qualityGate === "OFF" || values === undefined) return undefined;
  const { passed, reasons } = judgeFace(values, settings);
  if (passed || settings.qualityGate === "WARN") return { unified: values.unified?.native ?? 0, passed, reasons };
  const words = reasons.map(({ problem, advice }) => `${problem} ${advice}`);
  throw new AppError("invalid_request", `The quality of the picture is too low. ${words.join(" ")}`);
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
