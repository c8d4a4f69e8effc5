import { type Candidate, iouOf } from "./candidate";

/** Two boxes of one search that overlap more than this are the same find. */
const iouMax = 0.4;

/** Keeps the best of overlapping candidates (greedy non-maximum suppression). Takes and returns them best first. */
export function suppressDoubles(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (!kept.some((other) => iouOf(other, candidate) > iouMax)) kept.push(candidate);
  }
  return kept;
}
