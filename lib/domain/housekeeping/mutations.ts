import { db } from "@/lib/db/client";

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;

/** Latest steps of a collection that are kept; a search index that is further behind is loaded anew. */
const collectionChangesMax = 100_000;

/** Removes rows that mean nothing any more. Each statement stands alone, so that one that fails undoes no other. */
export async function deleteExpired(now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await db().session.deleteMany({ where: { expiresAt: { lte: now } } });
  await db().emailToken.deleteMany({ where: { expiresAt: { lte: now } } });
  await db().signInThrottle.deleteMany({ where: { expiresAt: { lte: now } } });
  await db().invitation.deleteMany({ where: { expiresAt: { lte: before(weekMs) } } });
  // Kept for a day without their texts, for an operator who is asked whether a mail went out.
  await db().outbox.deleteMany({ where: { sentAt: { lte: before(dayMs) } } });
  const neverVerified = {
    status: "UNVERIFIED",
    createdAt: { lte: before(weekMs) },
    memberships: { none: {} },
  } as const;
  await db().user.deleteMany({ where: neverVerified });
  await db().idempotencyKey.deleteMany({ where: { expiresAt: { lte: now } } });
  await deleteOldChanges(before(weekMs));
}

/** Every running server has long followed them: in a week it was stopped or asked about the collection. */
async function deleteOldChanges(before: Date): Promise<void> {
  await db().collectionChange.deleteMany({ where: { at: { lte: before } } });
  await db().$executeRaw`
    DELETE FROM "CollectionChange" USING "Collection"
    WHERE "CollectionChange"."serviceId" = "Collection"."serviceId"
    AND "CollectionChange"."version" <= "Collection"."version" - ${collectionChangesMax}::bigint`;
}
