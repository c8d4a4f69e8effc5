import type { CollectionChangeKind, Prisma } from "@/lib/db/generated/client";

/** More steps than this are told as one: reading the collection anew is then faster than following them. */
const changesMax = 1_000;

/** One step of a collection; which ids a kind has says the schema. */
export interface Change {
  readonly kind: CollectionChangeKind;
  readonly faceId?: string;
  readonly subjectId?: string;
  readonly otherSubjectId?: string;
}

/**
 * Tells every server's search index what the caller's transaction does to a collection. Changes are applied in the
 * order given. Belongs at the end of the transaction: from here to the commit others cannot change the collection,
 * which is what brings the changes of parallel transactions into one order.
 */
export async function recordChange(
  tx: Prisma.TransactionClient,
  serviceId: string,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  const told: readonly Change[] = changes.length > changesMax ? [{ kind: "RELOAD" }] : changes;
  const version = await raiseVersion(tx, serviceId, told.length);
  const first = version - BigInt(told.length) + 1n;
  await tx.collectionChange.createMany({
    data: told.map((change, index) => ({ ...change, serviceId, version: first + BigInt(index) })),
  });
}

/** @returns the version after `steps` more */
async function raiseVersion(tx: Prisma.TransactionClient, serviceId: string, steps: number): Promise<bigint> {
  const rows = await tx.$queryRaw<{ version: bigint }[]>`
    INSERT INTO "Collection" ("serviceId", "version") VALUES (${serviceId}::uuid, ${steps})
    ON CONFLICT ("serviceId") DO UPDATE SET "version" = "Collection"."version" + ${steps}
    RETURNING "version"`;
  const [row] = rows;
  if (row === undefined) throw new Error("raising a collection's version returned no row");
  return row.version;
}
