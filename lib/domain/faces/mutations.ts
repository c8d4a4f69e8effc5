import type { Prisma } from "@/lib/db/generated/client";
import type { SealedFace, SealedPictures } from "./data";
import type { Retry } from "./retry";
import type { StoredFace } from "./types";

const answerKeptMs = 24 * 3_600_000;
// Well within the time that one statement has.
const rowsPerDelete = 5_000;

export interface NewFace {
  readonly id: string;
  readonly embeddingCipher: Uint8Array<ArrayBuffer>;
  readonly modelTag: string;
  /** 0..1; absent or null when it was not measured. */
  readonly quality?: number | null;
  /** Now when absent. */
  readonly createdAt?: Date;
  /** Absent when no picture is kept. */
  readonly image?: SealedImage | undefined;
}

interface SealedImage {
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

// Written as arrays: the client would take several times as long for rows with bytes in them.
/** Puts copies of faces into another service. */
export async function insertFaceCopies(
  tx: Prisma.TransactionClient,
  serviceId: string,
  copies: readonly SealedFace[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Face" ("id", "subjectId", "embeddingCipher", "modelTag", "quality", "createdAt", "serviceId")
    SELECT c.*, ${serviceId}::uuid FROM unnest(
      ${copies.map(({ id }) => id)}::uuid[], ${copies.map(({ subjectId }) => subjectId)}::uuid[],
      ${copies.map(({ embeddingCipher }) => embeddingCipher)}::bytea[],
      ${copies.map(({ modelTag }) => modelTag)}::text[], ${copies.map(({ quality }) => quality)}::float8[],
      ${copies.map(({ createdAt }) => createdAt)}::timestamptz[]
    ) AS c`;
}

/** Gives copies of faces their pictures. */
export async function insertPictureCopies(
  tx: Prisma.TransactionClient,
  copies: readonly SealedPictures[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "FaceImage" ("faceId", "mediaType", "pictureCipher", "thumbnailCipher")
    SELECT c.* FROM unnest(
      ${copies.map(({ faceId }) => faceId)}::uuid[], ${copies.map(({ mediaType }) => mediaType)}::text[],
      ${copies.map(({ pictureCipher }) => pictureCipher)}::bytea[],
      ${copies.map(({ thumbnailCipher }) => thumbnailCipher)}::bytea[]
    ) AS c`;
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

/** Gives faces to a subject of the same service. */
export async function updateSubject(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
  subjectId: string,
): Promise<void> {
  await tx.face.updateMany({ where: { id: { in: [...ids] } }, data: { subjectId } });
}

/** With their pictures; the subjects stay. */
export async function deleteFaceRows(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Face" WHERE "id" = ANY(${[...ids]}::uuid[])`;
}

/** Every face of the service, with its picture; the subjects stay. @returns how many there were */
export async function deleteServiceFaces(tx: Prisma.TransactionClient, serviceId: string): Promise<number> {
  const deleteSome = () => tx.$executeRaw`
    DELETE FROM "Face" WHERE "id" IN (
      SELECT "id" FROM "Face" WHERE "serviceId" = ${serviceId}::uuid LIMIT ${rowsPerDelete})`;
  let count = 0;
  for (let deleted = await deleteSome(); deleted > 0; deleted = await deleteSome()) count += deleted;
  return count;
}
