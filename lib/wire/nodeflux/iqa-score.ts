import fit from "./iqa-score.json" with { type: "json" };

/**
 * The vendor's score of a face, 0..1: the unified quality on another scale, on which ordinary portraits pass the vendor's
 * own threshold. Monotonic; bench/train/quality/fit-iqa-score.ts fits it.
 */
export function iqaScoreOf(unified: number): number {
  // The logit of 0 and 1 is infinite.
  const share = Math.max(1e-6, Math.min(1 - 1e-6, unified));
  return 1 / (1 + Math.exp(-fit.offset - fit.slope * Math.log(share / (1 - share))));
}
