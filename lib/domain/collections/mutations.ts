import type { Prisma } from "@/lib/db/generated/client";

/**
 * Until the transaction ends, nobody else changes this collection. Taken before anything is read, so that what was
 * found is still there when it is written to, and no two changes can wait for each other.
 *
 * @returns false when the service does not exist
 */
export async function lockCollection(tx: Prisma.TransactionClient, serviceId: string): Promise<boolean> {
  // In the order in which the removal of a service takes them, or the two would wait for each other.
  if (!(await holdService(tx, serviceId))) return false;
  if (await lockRow(tx, serviceId)) return true;
  await tx.collection.createMany({ data: { serviceId }, skipDuplicates: true });
  return lockRow(tx, serviceId);
}

/** Keeps the service from being removed. */
async function holdService(tx: Prisma.TransactionClient, serviceId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS held FROM "Service" WHERE "id" = ${serviceId}::uuid FOR KEY SHARE`;
  return rows.length > 0;
}

async function lockRow(tx: Prisma.TransactionClient, serviceId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS locked FROM "Collection" WHERE "serviceId" = ${serviceId}::uuid FOR UPDATE`;
  return rows.length > 0;
}
