import type { ServiceScope } from "@/lib/auth/service-scope";
import type { Prisma } from "@/lib/db/generated/client";
import type { AdmittedQuality } from "@/lib/domain/quality/types";

/** A stored face and whose it is, in the spelling that is stored. */
export interface StoredFace {
  readonly faceId: string;
  readonly subject: string;
}

/** A face that was just stored. */
export interface EnrolledFace extends StoredFace {
  /** What the service's gate measured, where it has one; not kept for a repeated request. */
  readonly quality?: AdmittedQuality;
}

/** What is stored together with a face, or not at all. */
export type AlsoStore = (tx: Prisma.TransactionClient, face: StoredFace) => Promise<void>;

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
  /** Not called for a request that was answered before. */
  readonly also?: AlsoStore | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** A face that another collection held. */
export interface AdoptFaceRequest {
  readonly scope: ServiceScope;
  /** Made when there is none of that name, in whatever case. */
  readonly subject: string;
  /** The id it had, which it keeps unless another service of this installation has it. */
  readonly faceId: string;
  readonly createdAt: Date;
  /** Made by the running networks, L2-normalised. */
  readonly embedding: Float32Array;
  readonly modelTag: string;
  /** As they were kept; looked at and encoded anew where they are more than a picture. */
  readonly pictures?: { readonly picture: Uint8Array; readonly thumbnail: Uint8Array } | undefined;
  readonly also?: AlsoStore | undefined;
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

export interface AddFaceRequest extends Omit<EnrolFaceRequest, "subject"> {
  readonly subjectId: string;
}

export interface FacesOfRequest {
  readonly subjectId: string;
  /** Id of the last face of the part before; absent for the first part. */
  readonly after?: string | undefined;
  /** At least 1. */
  readonly size: number;
}

/** A face as the pages show it. */
export interface FaceItem {
  readonly id: string;
  readonly createdAt: Date;
  /** 0..1; null when it was not measured. */
  readonly quality: number | null;
  readonly modelTag: string;
  readonly hasPicture: boolean;
}

export interface FacesOf {
  readonly items: readonly FaceItem[];
  /** Of all parts together. */
  readonly total: number;
  /** Where the next part begins; null after the last one. */
  readonly next: string | null;
}

export const facesToMarkMax = 60;

export interface FacesToMark {
  readonly subjectId: string;
  /** At most `facesToMarkMax`; those that are none of the subject's are left out. */
  readonly ids: readonly string[];
}

/** What is odd about a face. */
export type FaceMark =
  /** Its quality is so low that it may be taken for somebody else's. */
  | { readonly kind: "weak" }
  /** Its similarity to the subject's other faces lies below the border of a match. 0..1 */
  | { readonly kind: "outlier"; readonly similarity: number }
  /** Another subject has a face that is a match. 0..1 */
  | { readonly kind: "duplicate"; readonly similarity: number; readonly subjectId: string; readonly subject: string };

export interface MarkedFace {
  readonly faceId: string;
  /** Without those that nothing is odd about. */
  readonly marks: readonly FaceMark[];
}
