import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordChange } from "@/lib/search/collection-version";
import type { MoveProgress, PackModel } from "./types";

/** A server that says nothing for so long is believed to be gone. */
const leaseS = 60;
/** For as many faces as fit on a server. */
const takeOverMsMax = 600_000;

/** Notes which networks' embeddings are compared. */
export async function saveModelState(model: PackModel): Promise<void> {
  await db().modelState.upsert({ where: { id: 1 }, create: model, update: model });
}

/** Has some server take the move. @returns whether none was under way */
export async function beginMove(tx: Prisma.TransactionClient): Promise<boolean> {
  const begun = await tx.$executeRaw`
    UPDATE "ModelState" SET "leaseUntil" = now() - interval '1 second', "nextModelTag" = NULL
    WHERE "id" = 1 AND "leaseUntil" IS NULL`;
  return begun === 1;
}

/** Takes the right to embed faces anew with these networks. @returns whether no other living server has it */
export async function claimMove(modelTag: string): Promise<boolean> {
  const claimed = await db().$executeRaw`
    UPDATE "ModelState" SET "leaseUntil" = now() + ${leaseS} * interval '1 second', "nextModelTag" = ${modelTag},
      "total" = 0, "done" = 0, "kept" = 0
    WHERE "id" = 1 AND ("leaseUntil" IS NULL OR "leaseUntil" < now())`;
  return claimed === 1;
}

/** Says that this server is still at it, and how far. */
export async function renewMove({ total, done, kept }: MoveProgress): Promise<void> {
  await db().$executeRaw`
    UPDATE "ModelState" SET "leaseUntil" = now() + ${leaseS} * interval '1 second',
      "total" = ${total}, "done" = ${done}, "kept" = ${kept} WHERE "id" = 1`;
}

/** Ends the move, or lets another server go on with it at once. */
export async function releaseMove(isDone: boolean): Promise<void> {
  await db().$executeRaw`
    UPDATE "ModelState" SET "leaseUntil" = CASE WHEN ${isDone}::boolean THEN NULL ELSE now() - interval '1 second' END
    WHERE "id" = 1`;
}

/** Forgets what a move to other networks left, and the faces that the last attempt could not embed. */
export async function clearAttempts(modelTag: string): Promise<void> {
  await db().nextEmbedding.deleteMany({ where: { OR: [{ modelTag: { not: modelTag } }, { embeddingCipher: null }] } });
}

/** Null: no face was found. Says nothing when the face was removed meanwhile. */
export async function saveNextEmbedding(
  faceId: string,
  modelTag: string,
  embeddingCipher: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "NextEmbedding" ("faceId", "modelTag", "embeddingCipher")
    SELECT "id", ${modelTag}, ${embeddingCipher}::bytea FROM "Face" WHERE "id" = ${faceId}::uuid
    ON CONFLICT ("faceId") DO UPDATE SET "modelTag" = excluded."modelTag", "embeddingCipher" = excluded."embeddingCipher"`;
}

/** Puts all new embeddings in the place of the old ones, in one step for every collection. */
export async function takeOver({ packId, modelTag }: PackModel): Promise<void> {
  await db().$transaction(
    async (tx) => {
      // One statement writes every face, and would be ended after the time that others have.
      await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(takeOverMsMax)}, true)`;
      const moved = await tx.$queryRaw<{ serviceId: string }[]>`
        WITH moved AS (
          UPDATE "Face" f SET "embeddingCipher" = n."embeddingCipher", "modelTag" = n."modelTag"
          FROM "NextEmbedding" n
          WHERE n."faceId" = f."id" AND n."modelTag" = ${modelTag} AND n."embeddingCipher" IS NOT NULL
          RETURNING f."serviceId")
        SELECT DISTINCT "serviceId" FROM moved ORDER BY "serviceId"`;
      await tx.nextEmbedding.deleteMany({ where: { modelTag, embeddingCipher: { not: null } } });
      await tx.modelState.upsert({
        where: { id: 1 },
        create: { packId, modelTag },
        update: { packId, modelTag },
      });
      // Last, as every change of a collection does it: from here to the commit others cannot change these collections.
      for (const { serviceId } of moved) await recordChange(tx, serviceId, [{ kind: "RELOAD" }]);
    },
    { timeout: takeOverMsMax },
  );
}
