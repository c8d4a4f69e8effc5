import { analyzePicture, detectFaces } from "@/lib/domain/detection/service";
import type { Analysis, AnalysisRequest } from "@/lib/domain/detection/types";
import { compareEmbeddings, embeddingOf, toEmbedding } from "@/lib/domain/embeddings/service";
import { AppError } from "@/lib/errors/app-error";
import type { EmbeddingMatch, Verification, VerifyEmbeddingsRequest, VerifyFacesRequest } from "./types";

/**
 * Compares the face of one picture with every face of another. Both are analysed at the same time; what is wrong with
 * the source is told first.
 *
 * @throws AppError `no_face` for either picture, `several_faces` for the source; otherwise as `analyzePicture`
 */
export async function verifyFaces({ source, target, ...request }: VerifyFacesRequest): Promise<Verification> {
  const wishes = { ...request, features: [...new Set([...request.features, "embedding" as const])] };
  const [atSource, atTarget] = await Promise.allSettled([
    detectOneFace({ ...wishes, bytes: source }),
    detectFaces({ ...wishes, bytes: target }),
  ]);
  if (atSource.status === "rejected") throw atSource.reason;
  if (atTarget.status === "rejected") throw atTarget.reason;
  const sought = embeddingOf(firstFace(atSource.value));
  const matches = atTarget.value.faces.map((face) => ({
    face,
    ...compareEmbeddings(sought, embeddingOf(face), request.scope.settings),
  }));
  return { source: atSource.value, target: atTarget.value, matches };
}

/** Looks for two faces at most: that there is a second is all that has to be known of it. */
async function detectOneFace({ facesMax = 2, ...request }: AnalysisRequest): Promise<Analysis> {
  const analysis = await analyzePicture({ ...request, facesMax: Math.min(facesMax, 2) });
  firstFace(analysis);
  if (analysis.faces.length > 1) throw new AppError("several_faces", "The source image contains more than one face.");
  return analysis;
}

function firstFace({ faces: [face] }: Analysis) {
  if (face === undefined) throw new AppError("no_face", "The image contains no face above the detection threshold.");
  return face;
}

/**
 * Compares one embedding with others, the most similar first.
 *
 * @throws AppError `invalid_request` for numbers that are no embedding of the running model
 */
export function verifyEmbeddings({ scope, source, targets }: VerifyEmbeddingsRequest): EmbeddingMatch[] {
  const sought = toEmbedding(source);
  const matches = targets.map((embedding) => ({
    embedding,
    ...compareEmbeddings(sought, toEmbedding(embedding), scope.settings),
  }));
  return matches.sort((a, b) => b.similarity - a.similarity);
}
