import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { MoveProgress, PackModel } from "./types";

/** Whether the trail says already that the licence of a pack was accepted. */
export async function hasAcceptance(tx: Prisma.TransactionClient, action: string, packId: string): Promise<boolean> {
  const where = { action, objectType: "installation", objectId: packId, result: "success" };
  return (await tx.auditEvent.findFirst({ where, select: { id: true } })) !== null;
}

/** Null before the first start. */
export async function findModelState(): Promise<PackModel | null> {
  return db().modelState.findUnique({ where: { id: 1 }, select: { packId: true, modelTag: true } });
}

interface Move extends MoveProgress {
  /** One began to embed faces anew and has not ended. */
  readonly isBegun: boolean;
  /** A living server does it. By the database's clock. */
  readonly isHeld: boolean;
  /** Of the networks that embed; null before a server has taken it. */
  readonly nextModelTag: string | null;
}

export async function findMove(): Promise<Move> {
  const [row] = await db().$queryRaw<Move[]>`
    SELECT "leaseUntil" IS NOT NULL AS "isBegun", coalesce("leaseUntil" >= now(), false) AS "isHeld", "nextModelTag",
      "total", "done", "kept"
    FROM "ModelState" WHERE "id" = 1`;
  return row ?? { isBegun: false, isHeld: false, nextModelTag: null, total: 0, done: 0, kept: 0 };
}

export async function hasFacesOf(modelTag: string): Promise<boolean> {
  return (await db().face.findFirst({ where: { modelTag }, select: { id: true } })) !== null;
}

/**
 * Faces with a stored picture that other networks embedded, without those that are done, in the order of ids behind
 * `after`. Each table is told of `after`, or all that is done would be read again for every part.
 */
export function findFacesToEmbed(modelTag: string, after: string, take: number) {
  return db().$queryRaw<{ id: string; serviceId: string }[]>`
    SELECT f."id", f."serviceId" FROM "Face" f
    JOIN "FaceImage" i ON i."faceId" = f."id" AND i."faceId" > ${after}::uuid
    LEFT JOIN "NextEmbedding" n ON n."faceId" = f."id" AND n."modelTag" = ${modelTag} AND n."faceId" > ${after}::uuid
    WHERE f."id" > ${after}::uuid AND f."modelTag" <> ${modelTag} AND n."faceId" IS NULL
    ORDER BY f."id" LIMIT ${take}`;
}

/** Reads every face of other networks, which takes seconds for a million. */
export async function countProgress(modelTag: string): Promise<MoveProgress> {
  // Two ranges of the index, which "<>" would not use.
  const [row] = await db().$queryRaw<MoveProgress[]>`
    SELECT count(*)::int AS "total",
      count(n."embeddingCipher")::int AS "done",
      (count(*) FILTER (WHERE i."faceId" IS NULL OR (n."faceId" IS NOT NULL AND n."embeddingCipher" IS NULL)))::int AS "kept"
    FROM "Face" f LEFT JOIN "FaceImage" i ON i."faceId" = f."id"
    LEFT JOIN "NextEmbedding" n ON n."faceId" = f."id" AND n."modelTag" = ${modelTag}
    WHERE f."modelTag" < ${modelTag} OR f."modelTag" > ${modelTag}`;
  return row ?? { total: 0, done: 0, kept: 0 };
}
