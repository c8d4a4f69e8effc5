import { requireKeyScope } from "@/lib/domain/collections/service";
import { detectFaces } from "@/lib/domain/detection/service";
import type { Analysis } from "@/lib/domain/detection/types";
import { compareEmbeddings, embeddingOf, runningModelTag, toEmbedding } from "@/lib/domain/embeddings/service";
import { findEmbedding } from "@/lib/domain/faces/service";
import type { FaceEmbedding } from "@/lib/domain/faces/types";
import type { EmbeddingMatch } from "@/lib/domain/verification/types";
import { AppError } from "@/lib/errors/app-error";
import { findOutConsistency } from "./consistency";
import { findSubjects } from "./find-subjects";
import type {
  Finding,
  Recognition,
  RecognizedEmbedding,
  RecognizeEmbeddingsRequest,
  RecognizeFacesRequest,
  StoredFaceVerification,
  VerifyStoredEmbeddingsRequest,
  VerifyStoredFaceRequest,
} from "./types";

/**
 * Finds the faces of a picture and, for each, the subjects of the collection that look most like it.
 *
 * @throws AppError `forbidden`, `no_face`; otherwise as `analyzePicture`
 */
export async function recognizeFaces({ subjectsMax, ...request }: RecognizeFacesRequest): Promise<Recognition> {
  requireKeyScope(request.scope, "read");
  const analysis = await detectFaces({ ...request, features: withEmbedding(request.features) });
  const probes = analysis.faces.map(embeddingOf);
  const findings = await findSubjects({ scope: request.scope, modelTag: tagOf(analysis), probes, subjectsMax });
  const faces = analysis.faces.map((face, at) => ({ face, ...(findings[at] as Finding) }));
  return { analysis, faces };
}

/** As `recognizeFaces`, of faces whose embeddings the client has. @throws AppError `forbidden`, `invalid_request` */
export async function recognizeEmbeddings({
  scope,
  embeddings,
  subjectsMax,
}: RecognizeEmbeddingsRequest): Promise<RecognizedEmbedding[]> {
  requireKeyScope(scope, "read");
  const probes = embeddings.map(toEmbedding);
  const findings = await findSubjects({ scope, modelTag: runningModelTag(), probes, subjectsMax });
  return embeddings.map((embedding, at) => ({ embedding, ...(findings[at] as Finding) }));
}

/**
 * Compares every face of a picture with a stored one.
 *
 * @throws AppError `no_face`; `not_found` for the stored face; `conflict` when other networks made its embedding;
 *   `forbidden`; otherwise as `analyzePicture`
 */
export async function verifyStoredFace(request: VerifyStoredFaceRequest): Promise<StoredFaceVerification> {
  const { faceId, ...wishes } = request;
  requireKeyScope(wishes.scope, "read");
  const analysis = await detectFaces({ ...wishes, features: withEmbedding(wishes.features) });
  const stored = await findEmbedding(wishes.scope, faceId);
  requireTag(stored, tagOf(analysis));
  const matches = analysis.faces.map((face) => ({
    face,
    ...compareEmbeddings(stored.embedding, embeddingOf(face), wishes.scope.settings),
  }));
  return { analysis, subject: stored.subject, matches };
}

/**
 * Compares embeddings with that of a stored face, the most similar first.
 *
 * @throws AppError `not_found` for the stored face, `conflict` when other networks made its embedding; `forbidden`;
 *   `invalid_request` for numbers that are no embedding of the running model
 */
export async function verifyStoredEmbeddings(request: VerifyStoredEmbeddingsRequest): Promise<EmbeddingMatch[]> {
  const { scope, faceId, embeddings } = request;
  requireKeyScope(scope, "read");
  const probes = embeddings.map((embedding) => ({ embedding, probe: toEmbedding(embedding) }));
  const stored = await findEmbedding(scope, faceId);
  requireTag(stored, runningModelTag());
  const matches = probes.map(({ embedding, probe }) => ({
    embedding,
    ...compareEmbeddings(stored.embedding, probe, scope.settings),
  }));
  return matches.sort((a, b) => b.similarity - a.similarity);
}

/** Whether all stored faces can be compared with by the running networks; known again every half a minute. */
export const areFacesConsistent = (): Promise<boolean> => findOutConsistency();

const withEmbedding = (features: RecognizeFacesRequest["features"]) => [
  ...new Set([...features, "embedding" as const]),
];

const tagOf = ({ versions }: Analysis): string => versions.embedding ?? runningModelTag();

function requireTag({ modelTag }: FaceEmbedding, tag: string): void {
  if (modelTag === tag) return;
  throw new AppError("conflict", "The stored face was made by other networks than those that run now; add it again.");
}
