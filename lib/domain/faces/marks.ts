import { similarityOf } from "@/inference/calibration/similarity";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { decide } from "@/lib/domain/decision/service";
import { nameSubjects } from "@/lib/domain/subjects/service";
import { openEmbedding } from "@/lib/search/sealed-embedding";
import { type Candidate, countSubjects, searchCollection } from "@/lib/search/search";
import { findEmbeddingsOf } from "./data";
import { similaritiesToOthers } from "./likeness";
import type { FaceMark, FacesToMark, MarkedFace } from "./types";

/** Faces of the subject that the others are compared with: enough for their mean, and few enough to open at once. */
const othersMax = 300;
/** Itself, and the one that it may be mixed up with. */
const subjectsMax = 2;
/** Below this unified quality, 0..1, a stored face is called weak: the least that the profile for enrolment asks for. */
const weakBelow = 0.4;

interface OpenFace {
  readonly id: string;
  readonly modelTag: string;
  readonly quality: number | null;
  readonly embedding: Float32Array;
}

/** Looks at faces of one subject beside its other ones and beside the whole collection. */
export async function findMarks(scope: ServiceScope, { subjectId, ids }: FacesToMark): Promise<readonly MarkedFace[]> {
  const rows = await findEmbeddingsOf(scope.serviceId, { subjectId, ids, take: othersMax });
  const faces = rows.map(({ embeddingCipher, ...face }) => ({
    ...face,
    embedding: openEmbedding(face.id, embeddingCipher),
  }));
  const marks = new Map<string, FaceMark[]>();
  // What other networks made cannot be compared.
  for (const modelTag of new Set(faces.map((face) => face.modelTag))) {
    const comparable = faces.filter((face) => face.modelTag === modelTag);
    await markComparable({ scope, subjectId, wanted: new Set(ids), faces: comparable, modelTag }, marks);
  }
  return [...marks].map(([faceId, found]) => ({ faceId, marks: found })).filter(({ marks: found }) => found.length > 0);
}

interface Comparable {
  readonly scope: ServiceScope;
  readonly subjectId: string;
  readonly modelTag: string;
  readonly faces: readonly OpenFace[];
  readonly wanted: ReadonlySet<string>;
}

async function markComparable(comparable: Comparable, marks: Map<string, FaceMark[]>): Promise<void> {
  const { scope, faces, wanted } = comparable;
  const others = similaritiesToOthers(faces.map(({ embedding }) => embedding));
  const shown = faces.filter(({ id }) => wanted.has(id));
  const duplicates = await findDuplicates(comparable, shown);
  for (const face of shown) {
    const outlier = outlierOf(scope, others[faces.indexOf(face)] ?? null);
    const found = [weakOf(face), outlier, duplicates.get(face.id)];
    marks.set(
      face.id,
      found.filter((mark) => mark !== undefined),
    );
  }
}

function weakOf({ quality }: OpenFace): FaceMark | undefined {
  return quality !== null && quality < weakBelow ? { kind: "weak" } : undefined;
}

/** @param similarity null for a face without others */
function outlierOf({ settings }: ServiceScope, similarity: number | null): FaceMark | undefined {
  if (similarity === null || decide({ similarity, gallerySize: 1, settings }).decision === "match") return undefined;
  return { kind: "outlier", similarity };
}

async function findDuplicates(
  { scope, subjectId, modelTag }: Comparable,
  shown: readonly OpenFace[],
): Promise<ReadonlyMap<string, FaceMark>> {
  if (shown.length === 0) return new Map();
  const gallery = { serviceId: scope.serviceId, modelTag };
  const probes = shown.map(({ embedding }) => embedding);
  const found = await searchCollection({ ...gallery, probes, subjectsMax });
  const gallerySize = await countSubjects(gallery);
  const nearest = shown.flatMap(({ id }, at) => {
    const other = found[at]?.find((candidate) => candidate.subjectId !== subjectId);
    return other && isMatch(scope, other, gallerySize) ? [[id, other] as const] : [];
  });
  const names = await nameSubjects(scope, [...new Set(nearest.map(([, other]) => other.subjectId))]);
  return new Map(
    nearest.flatMap(([id, { subjectId: otherId, cosine }]) => {
      const subject = names.get(otherId);
      if (subject === undefined) return [];
      return [[id, { kind: "duplicate", similarity: similarityOf(cosine), subjectId: otherId, subject }] as const];
    }),
  );
}

function isMatch({ settings }: ServiceScope, { cosine }: Candidate, gallerySize: number): boolean {
  return decide({ similarity: similarityOf(cosine), gallerySize, settings }).decision === "match";
}
