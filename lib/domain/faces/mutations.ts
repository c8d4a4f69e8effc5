import type { Prisma } from "@/lib/db/generated/client";
import type { Retry } from "./retry";
import type { StoredFace } from "./types";

const answerKeptMs = 24 * 3_600_000;

export interface NewFace {
  readonly id: string;
  readonly embeddingCipher: Uint8Array<ArrayBuffer>;
  readonly modelTag: string;
  /** Absent when no picture is kept. */
  readonly image?: SealedImage | undefined;
}

export interface SealedImage {
  readonly pictureCipher: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly thumbnailCipher: Uint8Array<ArrayBuffer>;
}

/** With its picture, if one is kept. */
export async function insertFace(
  tx: Prisma.TransactionClient,
  { serviceId, subjectId }: { readonly serviceId: string; readonly subjectId: string },
  { image, ...face }: NewFace,
): Promise<void> {
  await tx.face.createMany({ data: { ...face, serviceId, subjectId } });
  if (image !== undefined) await tx.faceImage.createMany({ data: { ...image, faceId: face.id } });
}

/** Puts copies of rows into other services. */
export async function insertFaceRows(
  tx: Prisma.TransactionClient,
  rows: readonly Prisma.FaceCreateManyInput[],
): Promise<void> {
  await tx.face.createMany({ data: [...rows] });
}

export async function insertImageRows(
  tx: Prisma.TransactionClient,
  rows: readonly Prisma.FaceImageCreateManyInput[],
): Promise<void> {
  await tx.faceImage.createMany({ data: [...rows] });
}

/** Takes the place of an answer that has expired. */
export async function insertAnswer(
  tx: Prisma.TransactionClient,
  serviceId: string,
  { keyHash, requestHash }: Retry,
  { faceId, subject }: StoredFace,
): Promise<void> {
  const now = Date.now();
  const times = { createdAt: new Date(now), expiresAt: new Date(now + answerKeptMs) };
  const answer = { requestHash, faceId, subjectName: subject, ...times };
  await tx.idempotencyKey.deleteMany({ where: { serviceId, keyHash } });
  await tx.idempotencyKey.createMany({ data: { serviceId, keyHash, ...answer } });
}

/** With their pictures; the subjects stay. */
export async function deleteFaceRows(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Face" WHERE "id" = ANY(${[...ids]}::uuid[])`;
}

/** Every face of the service, with its picture; the subjects stay. @returns how many there were */
export async function deleteServiceFaces(tx: Prisma.TransactionClient, serviceId: string): Promise<number> {
  return (await tx.face.deleteMany({ where: { serviceId } })).count;
}
