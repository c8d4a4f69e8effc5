import { falseMatchRateOf, similarityAtFalseMatchRate } from "@/inference/calibration/similarity";
import type { DecisionPolicy } from "@/lib/domain/services/types";
import type { Decision, DecisionRequest } from "./types";

/** How often a whole search may take a stranger for somebody it knows. */
const falseAcceptRateMax = { LENIENT: 1e-2, BALANCED: 1e-3, STRICT: 1e-4 } as const satisfies Record<
  Exclude<DecisionPolicy, "CUSTOM">,
  number
>;

/**
 * Whether the best candidate of a search is the person: by the service's own similarity, or by a bound on the false accepts
 * of the whole search, which every subject in the gallery adds to. The larger the gallery, the more a match must show.
 */
export function decide({ similarity, gallerySize, settings }: DecisionRequest): Decision {
  const similarityMin = findSimilarityMin(settings, gallerySize);
  return {
    decision: similarity >= similarityMin ? "match" : "unknown",
    similarityMin,
    falseAcceptRate: -Math.expm1(gallerySize * Math.log1p(-falseMatchRateOf(similarity))),
  };
}

function findSimilarityMin(settings: DecisionRequest["settings"], gallerySize: number): number {
  if (settings.decisionPolicy !== "CUSTOM") {
    return similarityAtFalseMatchRate(falseAcceptRateMax[settings.decisionPolicy] / Math.max(1, gallerySize));
  }
  if (settings.similarityMin === null) throw new RangeError("A policy of the service's own needs its similarity.");
  return settings.similarityMin;
}
