import { qualityAdvice } from "./advice";
import type { QualityLimits, QualityMeasure, QualityReason, QualityValues } from "./types";

/** The limits that the values do not reach; a measure that was not taken counts as 0. In the order of the limits. */
export function judgeQuality(values: QualityValues, limits: QualityLimits): readonly QualityReason[] {
  return (Object.entries(limits) as [QualityMeasure, number][]).flatMap(([measure, scoreMin]) => {
    const score = values[measure]?.score ?? 0;
    return score >= scoreMin ? [] : [{ measure, score, scoreMin, ...qualityAdvice[measure] }];
  });
}
