import type { Prisma } from "@/lib/db/generated/client";

/** Gives a service that has none yet its collection. */
async function insertCollection(tx: Prisma.TransactionClient, serviceId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Collection" ("serviceId") SELECT "id" FROM "Service" WHERE "id" = ${serviceId}::uuid
    ON CONFLICT ("serviceId") DO NOTHING`;
}

/**
 * Until the transaction ends, nobody else changes this collection. Taken before anything is read, so that what was
 * found is still there when it is written to, and no two changes can wait for each other.
 *
 * @returns false when the service does not exist
 */
export async function lockCollection(tx: Prisma.TransactionClient, serviceId: string): Promise<boolean> {
  const lock = () => tx.$queryRaw<unknown[]>`
    SELECT 1 AS locked FROM "Collection" WHERE "serviceId" = ${serviceId}::uuid FOR UPDATE`;
  if ((await lock()).length > 0) return true;
  await insertCollection(tx, serviceId);
  return (await lock()).length > 0;
}
