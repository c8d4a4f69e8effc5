import { metrics } from "@/lib/observability/metrics";
import type { Candidate } from "./matrix/face-matrix";
import type { Gallery, SearchQuestion } from "./protocol";
import { getSearcher } from "./searcher";

export type { Candidate } from "./matrix/face-matrix";

/**
 * The subjects most similar to each probe, each by its best example, the best first; equal ones in the order of their
 * faces' ids. Exact, and over what is in the database at the moment of the call: a face is found from the moment on
 * that its transaction is committed, whichever server did it.
 *
 * @throws AppError `unavailable` when the database or the index does not answer
 * @throws Error for a probe that has another length than the collection's embeddings
 */
export async function searchCollection(question: SearchQuestion): Promise<readonly (readonly Candidate[])[]> {
  const stop = metrics.searchSeconds.startTimer();
  try {
    return await getSearcher().ask("search", question);
  } finally {
    stop();
  }
}

/** Subjects with at least one face that the same version of the networks made. @throws AppError `unavailable` */
export function countSubjects(gallery: Gallery): Promise<number> {
  return getSearcher().ask("countSubjects", gallery);
}
