import { randomBytes, randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { type Change, recordChange } from "@/lib/search/collection-version";
import { sealEmbedding } from "@/lib/search/sealed-embedding";

export const modelTag = "test-1";

/** A service without faces; its id. */
export async function createService(): Promise<string> {
  const application = await db().application.create({ data: { name: randomBytes(8).toString("hex") } });
  const data = { applicationId: application.id, name: "Faces", type: "RECOGNITION" } as const;
  return (await db().service.create({ data })).id;
}

/** A direction of its own for each angle. */
export const direction = (radians: number) => Float32Array.of(Math.cos(radians), Math.sin(radians));

export interface AddedFace {
  readonly faceId: string;
  readonly subjectId: string;
}

interface NewFace {
  readonly embedding: Float32Array;
  readonly subjectId?: string;
  readonly modelTag?: string;
}

/** Adds a face as an enrolment does. Without `subjectId` it gets a subject of its own. */
export async function addFace(serviceId: string, face: NewFace): Promise<AddedFace> {
  const faceId = randomUUID();
  const embeddingCipher = sealEmbedding(faceId, face.embedding);
  return db().$transaction(async (tx) => {
    const name = randomBytes(8).toString("hex");
    const subjectId = face.subjectId ?? (await tx.subject.create({ data: { serviceId, name } })).id;
    const data = { id: faceId, serviceId, subjectId, modelTag: face.modelTag ?? modelTag, embeddingCipher };
    await tx.face.create({ data });
    await recordChange(tx, serviceId, [{ kind: "FACE_ADDED", faceId, subjectId }]);
    return { faceId, subjectId };
  });
}

/** Tells of changes that were made beside it. */
export function tell(serviceId: string, changes: readonly Change[]): Promise<void> {
  return db().$transaction((tx) => recordChange(tx, serviceId, changes));
}
