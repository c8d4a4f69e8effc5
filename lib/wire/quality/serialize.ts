import type { Analysis, FaceAnalysis } from "@/lib/domain/detection/types";
import { judgeFace } from "@/lib/domain/quality/service";
import type { QualityMeasure, QualityProfile, QualitySettings } from "@/lib/domain/quality/types";
import { roundTo } from "@/lib/http/round-to";

/** Every face with all its measures and what it lacks; the picture passes when its largest face does. */
export function serializeAssessment(
  { faces, width, height }: Analysis,
  settings: QualitySettings,
  profile: QualityProfile = settings.qualityProfile,
) {
  const assessed = faces.map((face) => serializeFace(face, settings, profile));
  return { profile: profile.toLowerCase(), passed: assessed[0]?.passed ?? false, width, height, faces: assessed };
}

function serializeFace({ box, quality = {} }: FaceAnalysis, settings: QualitySettings, profile: QualityProfile) {
  const { limits, passed, reasons } = judgeFace(quality, settings, profile);
  const measures = Object.entries(quality) as [QualityMeasure, { native: number; score: number }][];
  return {
    box: {
      xMin: Math.round(box.xMin),
      yMin: Math.round(box.yMin),
      xMax: Math.round(box.xMax),
      yMax: Math.round(box.yMax),
      probability: roundTo(box.probability, 4),
    },
    passed,
    score: quality.unified?.score ?? 0,
    measures: Object.fromEntries(
      measures.map(([name, { native, score }]) => {
        const scoreMin = limits[name];
        const verdict = scoreMin === undefined ? {} : { scoreMin, passed: score >= scoreMin };
        return [name, { value: roundTo(native, 4), score, ...verdict }];
      }),
    ),
    reasons,
  };
}
