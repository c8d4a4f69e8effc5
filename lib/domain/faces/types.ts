import type { ServiceScope } from "@/lib/auth/service-scope";

/** A stored face and whose it is, in the spelling that is stored. */
export interface StoredFace {
  readonly faceId: string;
  readonly subject: string;
}

export interface EnrolFaceRequest {
  readonly scope: ServiceScope;
  /** The file as it was sent; it moves to a worker and is empty for the caller afterwards. */
  readonly bytes: Uint8Array;
  /** Made when there is none of that name, in whatever case. */
  readonly subject: string;
  /** 0..1, boxes at or below it are no faces; the service's own threshold, else the model pack's, when absent. */
  readonly probabilityMin?: number | undefined;
  /** 1 to 255 characters of the client's choice: a request that repeats it is answered like the first one. */
  readonly idempotencyKey?: string | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** A picture as it was kept. */
export interface KeptPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface FaceEmbedding {
  readonly subject: string;
  /** L2-normalised. */
  readonly embedding: Float32Array;
  /** Version of the networks that made it; embeddings of different versions are never compared. */
  readonly modelTag: string;
}

export interface FacesRequest {
  /** From 0. */
  readonly page: number;
  /** At least 1. */
  readonly size: number;
  /** Only this subject's, ignoring case. */
  readonly subject?: string | undefined;
}

export interface FacesPage {
  readonly items: readonly StoredFace[];
  /** On all pages together. */
  readonly total: number;
}
