import type { ServiceScope } from "@/lib/auth/service-scope";
import type { Analysis, AnalysisRequest, FaceAnalysis } from "@/lib/domain/detection/types";
import type { Likeness } from "@/lib/domain/embeddings/types";

export interface VerifyFacesRequest extends Omit<AnalysisRequest, "bytes" | "wholeImage"> {
  /** Must hold one face; with `facesMax` 1 its largest counts. */
  readonly source: Uint8Array;
  /** Each of its faces is compared with that of the source. */
  readonly target: Uint8Array;
}

export interface Verification {
  /** Holds one face. */
  readonly source: Analysis;
  readonly target: Analysis;
  /** One for each face of the target, largest first. */
  readonly matches: readonly FaceMatch[];
}

interface FaceMatch extends Likeness {
  readonly face: FaceAnalysis;
}

export interface VerifyEmbeddingsRequest {
  readonly scope: ServiceScope;
  readonly source: readonly number[];
  readonly targets: readonly (readonly number[])[];
}

export interface EmbeddingMatch extends Likeness {
  /** As it was sent. */
  readonly embedding: readonly number[];
}
