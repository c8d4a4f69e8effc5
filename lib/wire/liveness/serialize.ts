import { livenessProbabilityMin } from "@/lib/domain/liveness/service";
import type { LivenessVerdict } from "@/lib/domain/liveness/types";

/** Four decimals tell all there is to tell. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** What was decided, by which border, and what the pictures showed. */
export function serializeVerdict({ isLive, probability, series }: LivenessVerdict, pictures: number) {
  const evidence = { pictures, samePerson: series?.isSamePerson, samePicture: series?.isSamePicture };
  return { isLive, probability: rounded(probability), probabilityMin: livenessProbabilityMin, evidence };
}
