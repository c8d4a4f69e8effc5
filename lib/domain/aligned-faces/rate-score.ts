import {
  cosineOf,
  falseMatchRateOf,
  similarityAtFalseMatchRate,
  similarityOf,
} from "@/inference/calibration/similarity";

/** Below this rate the score is linear in the rate's logarithm. */
const rateMax = 0.1;
const scoreAt = (rate: number) => 0.3 - 0.1 * Math.log10(rate);

/**
 * 0..1 from the cosine of two embeddings: 0.3 and another 0.1 for every tenth part to which the false match rate falls,
 * so 0.6 where one in a thousand pairs of strangers is taken for one person, a scale that several vendors publish. The
 * rate's ends say less than a score needs, so it grows evenly from 0 at a rate of 1 to the scale's value at 0.1, and from
 * the lowest rate that was measured to 1 at equal embeddings.
 */
export function rateScoreOf(cosine: number): number {
  const rate = falseMatchRateOf(similarityOf(cosine));
  if (rate > rateMax) return (scoreAt(rateMax) * (1 - rate)) / (1 - rateMax);
  const floorAt = cosineOf(similarityAtFalseMatchRate(Number.MIN_VALUE));
  const score = scoreAt(rate);
  return cosine <= floorAt ? score : score + ((1 - score) * (cosine - floorAt)) / (1 - floorAt);
}
