import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { idBeforeAll, isRowId } from "@/lib/db/row-id";
import { AppError } from "@/lib/errors/app-error";
import type { Retry } from "./retry";
import type { FaceItem, FacesOf, FacesOfRequest, FacesPage, FacesRequest, StoredFace } from "./types";

const faceSelect = { id: true, subject: { select: { name: true } } } as const satisfies Prisma.FaceSelect;

function faceOf({ id, subject }: Prisma.FaceGetPayload<{ select: typeof faceSelect }>): StoredFace {
  return { faceId: id, subject: subject.name };
}

// What is no UUID is the id of nothing; the database would refuse to compare it.
/** In order of age. `subjectId` keeps to one subject's. */
export async function findFaces(
  serviceId: string,
  subjectId: string | undefined,
  { page, size }: Omit<FacesRequest, "subject">,
): Promise<FacesPage> {
  const where = { serviceId, ...(subjectId !== undefined && { subjectId }) };
  const part = { orderBy: { id: "asc" as const }, skip: page * size, take: size };
  const [rows, total] = await Promise.all([
    db().face.findMany({ where, ...part, select: faceSelect }),
    db().face.count({ where }),
  ]);
  return { items: rows.map(faceOf), total };
}

/** Null when no service of the installation has a face of that id. */
export async function findServiceOfFace(faceId: string, tx: Prisma.TransactionClient = db()): Promise<string | null> {
  const face = await tx.face.findUnique({ where: { id: faceId }, select: { serviceId: true } });
  return face?.serviceId ?? null;
}

interface FoundFace extends StoredFace {
  readonly subjectId: string;
}

/** Those of them that are faces of the service, in order of age. */
export async function findFacesById(
  tx: Prisma.TransactionClient,
  serviceId: string,
  ids: readonly string[],
): Promise<readonly FoundFace[]> {
  return tx.$queryRaw<FoundFace[]>`
    SELECT f."id" AS "faceId", s."name" AS "subject", s."id" AS "subjectId"
    FROM "Face" f JOIN "Subject" s ON s."id" = f."subjectId"
    WHERE f."serviceId" = ${serviceId}::uuid AND f."id" = ANY(${ids.filter(isRowId)}::uuid[])
    ORDER BY f."id"`;
}

const itemSelect = {
  id: true,
  createdAt: true,
  quality: true,
  modelTag: true,
  image: { select: { faceId: true } },
} as const satisfies Prisma.FaceSelect;

function itemOf({ image, ...face }: Prisma.FaceGetPayload<{ select: typeof itemSelect }>): FaceItem {
  return { ...face, hasPicture: image !== null };
}

/** Null when it is not there. */
export async function findFaceItem(serviceId: string, id: string): Promise<FaceItem | null> {
  const row = await db().face.findFirst({ where: { id, serviceId }, select: itemSelect });
  return row && itemOf(row);
}

/** One subject's, the newest first, behind the face `after`. */
export async function findFacesOf(serviceId: string, { subjectId, after, size }: FacesOfRequest): Promise<FacesOf> {
  const where = { serviceId, subjectId };
  // One more than asked for tells whether there are more.
  const part = { orderBy: { id: "desc" as const }, take: size + 1, select: itemSelect };
  const behind = { ...where, ...(after !== undefined && { id: { lt: after } }) };
  const [rows, total] = await Promise.all([db().face.findMany({ where: behind, ...part }), db().face.count({ where })]);
  const items = rows.slice(0, size).map(itemOf);
  return { items, total, next: rows.length > size ? (items.at(-1)?.id ?? null) : null };
}

/** Sealed embeddings of one subject's newest faces, and of others of its faces that are named. */
export function findEmbeddingsOf(
  serviceId: string,
  { subjectId, ids, take }: { readonly subjectId: string; readonly ids: readonly string[]; readonly take: number },
) {
  return db().$queryRaw<{ id: string; modelTag: string; quality: number | null; embeddingCipher: Uint8Array }[]>`
    SELECT "id", "modelTag", "quality", "embeddingCipher" FROM "Face"
    WHERE "serviceId" = ${serviceId}::uuid AND "subjectId" = ${subjectId}::uuid AND ("id" = ANY(${[...ids]}::uuid[])
      OR "id" IN (SELECT "id" FROM "Face" WHERE "subjectId" = ${subjectId}::uuid ORDER BY "id" DESC LIMIT ${take}))`;
}

/** Null when it is not there. */
export async function findSealedEmbedding(serviceId: string, faceId: string) {
  if (!isRowId(faceId)) return null;
  const select = { id: true, embeddingCipher: true, modelTag: true, subject: { select: { name: true } } } as const;
  return db().face.findFirst({ where: { id: faceId, serviceId }, select });
}

/** Null when there is no such face or its picture was not kept. */
export async function findSealedPicture(serviceId: string, faceId: string) {
  if (!isRowId(faceId)) return null;
  const select = { faceId: true, pictureCipher: true, mediaType: true } as const;
  return db().faceImage.findFirst({ where: { faceId, face: { serviceId } }, select });
}

/** Null when there is no such face or its picture was not kept. */
export async function findSealedThumbnail(serviceId: string, faceId: string) {
  if (!isRowId(faceId)) return null;
  const select = { faceId: true, thumbnailCipher: true } as const;
  return db().faceImage.findFirst({ where: { faceId, face: { serviceId } }, select });
}

/**
 * What the request was answered when it came first; null when it has not come yet.
 *
 * @throws AppError `conflict` when the key named another request
 */
export async function findAnswer(
  tx: Prisma.TransactionClient,
  serviceId: string,
  { keyHash, requestHash }: Retry,
): Promise<StoredFace | null> {
  const where = { serviceId_keyHash: { serviceId, keyHash }, expiresAt: { gt: new Date() } };
  const select = { faceId: true, subjectName: true, requestHash: true } as const;
  const row = await tx.idempotencyKey.findUnique({ where, select });
  if (row === null) return null;
  if (Buffer.compare(row.requestHash, requestHash) === 0) return { faceId: row.faceId, subject: row.subjectName };
  throw new AppError("conflict", "This Idempotency-Key was used for another request.");
}

/** A face as it is stored. */
export interface SealedFace {
  readonly id: string;
  readonly subjectId: string;
  readonly embeddingCipher: Uint8Array;
  readonly modelTag: string;
  readonly quality: number | null;
  readonly createdAt: Date;
}

/** Some faces of a service as they are stored, in order of their ids, behind the face `after`. */
export function findSealedFaces(
  tx: Prisma.TransactionClient,
  serviceId: string,
  { after = idBeforeAll, take }: { readonly after: string | undefined; readonly take: number },
): Promise<SealedFace[]> {
  return tx.$queryRaw<SealedFace[]>`
    SELECT "id", "subjectId", "embeddingCipher", "modelTag", "quality", "createdAt" FROM "Face"
    WHERE "serviceId" = ${serviceId}::uuid AND "id" > ${after}::uuid ORDER BY "id" LIMIT ${take}`;
}

/** Those of the faces whose pictures were kept. */
export async function findFacesWithPicture(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.faceImage.findMany({ where: { faceId: { in: [...ids] } }, select: { faceId: true } });
  return rows.map(({ faceId }) => faceId);
}

/** A face's picture as it is stored. */
export interface SealedPictures {
  readonly faceId: string;
  readonly mediaType: string;
  readonly pictureCipher: Uint8Array;
  readonly thumbnailCipher: Uint8Array;
}

export function findSealedPictures(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<SealedPictures[]> {
  return tx.$queryRaw<SealedPictures[]>`
    SELECT "faceId", "mediaType", "pictureCipher", "thumbnailCipher" FROM "FaceImage" WHERE "faceId" = ANY(${[...ids]}::uuid[])`;
}
