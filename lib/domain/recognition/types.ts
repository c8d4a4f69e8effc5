import type { ServiceScope } from "@/lib/auth/service-scope";
import type { Decision } from "@/lib/domain/decision/types";
import type { Analysis, AnalysisRequest, FaceAnalysis } from "@/lib/domain/detection/types";
import type { Likeness } from "@/lib/domain/embeddings/types";

/** A subject of the collection that a face may belong to. */
interface SubjectMatch {
  readonly subject: string;
  /** 0..1, of its most similar face. */
  readonly similarity: number;
  /** 0..1: how often a search for a stranger would find this similarity or a higher one. */
  readonly falseAcceptRate: number;
}

/** What a search says of one embedding. */
export interface Finding {
  /** Most similar first; empty in a collection without faces. */
  readonly subjects: readonly SubjectMatch[];
  /** About the first of them, `unknown` where there is none. */
  readonly decision: Pick<Decision, "decision" | "similarityMin">;
}

interface RecognizedFace extends Finding {
  readonly face: FaceAnalysis;
}

export interface Recognition {
  readonly analysis: Analysis;
  /** Largest first. */
  readonly faces: readonly RecognizedFace[];
}

export interface RecognizedEmbedding extends Finding {
  /** As it was sent. */
  readonly embedding: readonly number[];
}

export interface RecognizeFacesRequest extends AnalysisRequest {
  /** For each face, at least 1. */
  readonly subjectsMax: number;
}

export interface RecognizeEmbeddingsRequest {
  readonly scope: ServiceScope;
  readonly embeddings: readonly (readonly number[])[];
  /** For each embedding, at least 1. */
  readonly subjectsMax: number;
}

export interface VerifyStoredFaceRequest extends Omit<AnalysisRequest, "wholeImage"> {
  readonly faceId: string;
}

export interface StoredFaceVerification {
  readonly analysis: Analysis;
  /** Whose stored face it is. */
  readonly subject: string;
  /** Largest first. */
  readonly matches: readonly (Likeness & { readonly face: FaceAnalysis })[];
}

export interface VerifyStoredEmbeddingsRequest {
  readonly scope: ServiceScope;
  readonly faceId: string;
  readonly embeddings: readonly (readonly number[])[];
}
