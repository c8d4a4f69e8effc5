import type { Prisma } from "@/lib/db/generated/client";

/**
 * Until the transaction ends, nobody else changes this application, its members, services or keys. Taken before
 * anything is read, so that what was checked is still true when it is written; requests with API keys do not wait.
 */
export async function lockApplication(tx: Prisma.TransactionClient, applicationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Application" WHERE id = ${applicationId}::uuid FOR NO KEY UPDATE`;
}
