import { type Candidate, isSameFace } from "./candidate";

/** All answers of the detectors for one place; `best` is the one with the highest score. */
export interface FaceGroup {
  readonly best: Candidate;
  /** Best candidate of each search that saw this place, by the search's name. */
  readonly bySearch: ReadonlyMap<string, Candidate>;
}

/** Joins what several searches found into one group per place, best first. */
export function groupCandidates(searches: ReadonlyMap<string, readonly Candidate[]>): FaceGroup[] {
  const all = [...searches].flatMap(([search, candidates]) => candidates.map((candidate) => ({ search, candidate })));
  all.sort((a, b) => b.candidate.score - a.candidate.score);
  const groups: { best: Candidate; bySearch: Map<string, Candidate> }[] = [];
  for (const { search, candidate } of all) {
    const group = groups.find(({ best }) => isSameFace(best, candidate));
    if (!group) groups.push({ best: candidate, bySearch: new Map([[search, candidate]]) });
    else if (!group.bySearch.has(search)) group.bySearch.set(search, candidate);
  }
  return groups;
}
