import type { Prisma } from "@/lib/db/generated/client";

interface IdentityKey {
  readonly issuer: string;
  readonly subject: string;
}

/** Until the transaction ends, no other signs this identity in, so that two first times make one account. */
export async function lockIdentity(tx: Prisma.TransactionClient, { issuer, subject }: IdentityKey): Promise<void> {
  const key = JSON.stringify([issuer, subject]);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 1))`;
}

export async function insertIdentity(
  tx: Prisma.TransactionClient,
  { issuer, subject }: IdentityKey,
  userId: string,
  createdAt: Date,
): Promise<void> {
  await tx.externalIdentity.create({ data: { issuer, subject, userId, createdAt }, select: { userId: true } });
}
