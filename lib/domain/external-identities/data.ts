import type { Prisma } from "@/lib/db/generated/client";

interface IdentityKey {
  readonly issuer: string;
  readonly subject: string;
}

/** Whose identity it is; null while it belongs to nobody. */
export async function findHolder(tx: Prisma.TransactionClient, { issuer, subject }: IdentityKey) {
  const found = await tx.externalIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: { select: { id: true, email: true, status: true } } },
  });
  return found?.user ?? null;
}
