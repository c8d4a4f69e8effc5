import { similarityOf } from "@/inference/calibration/similarity";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { decide } from "@/lib/domain/decision/service";
import { nameSubjects } from "@/lib/domain/subjects/service";
import { type Candidate, countSubjects, searchCollection } from "@/lib/search/search";
import type { Finding } from "./types";

export interface FindSubjectsRequest {
  readonly scope: ServiceScope;
  /** Of the networks that made the probes; faces of others are not looked at. */
  readonly modelTag: string;
  readonly probes: readonly Float32Array[];
  /** For each probe, at least 1. */
  readonly subjectsMax: number;
}

/** For each probe the subjects of the collection that are most similar to it. */
export async function findSubjects({ scope, modelTag, probes, subjectsMax }: FindSubjectsRequest): Promise<Finding[]> {
  const collection = { serviceId: scope.serviceId, modelTag };
  const found = await searchCollection({ ...collection, probes, subjectsMax });
  const gallerySize = await countSubjects(collection);
  const names = await nameSubjects(scope, [...new Set(found.flat().map(({ subjectId }) => subjectId))]);
  return found.map((candidates) => toFinding(scope, candidates, { names, gallerySize }));
}

interface Gallery {
  readonly names: ReadonlyMap<string, string>;
  /** Subjects in it. */
  readonly gallerySize: number;
}

/** A subject that was deleted between the search and now has no name any more and is left out. */
function toFinding(
  { settings }: ServiceScope,
  candidates: readonly Candidate[],
  { names, gallerySize }: Gallery,
): Finding {
  const subjects = candidates.flatMap(({ subjectId, cosine }) => {
    const subject = names.get(subjectId);
    if (subject === undefined) return [];
    const similarity = similarityOf(cosine);
    const { falseAcceptRate } = decide({ similarity, gallerySize, settings });
    return [{ subject, similarity, falseAcceptRate }];
  });
  const { decision, similarityMin } = decide({ similarity: subjects[0]?.similarity ?? 0, gallerySize, settings });
  return { subjects, decision: { decision: subjects.length === 0 ? "unknown" : decision, similarityMin } };
}
