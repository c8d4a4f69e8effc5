import { livenessProbabilityMin } from "@/lib/domain/liveness/service";
import type { LivenessVerdict } from "@/lib/domain/liveness/types";
import { roundTo } from "@/lib/http/round-to";

/** What was decided, by which border, and what the pictures showed. */
export function serializeVerdict({ isLive, probability, series }: LivenessVerdict, pictures: number) {
  const evidence = { pictures, samePerson: series?.isSamePerson, samePicture: series?.isSamePicture };
  return { isLive, probability: roundTo(probability, 4), probabilityMin: livenessProbabilityMin, evidence };
}
