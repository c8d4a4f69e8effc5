import type { Prisma } from "@/lib/db/generated/client";

/** Null when the service is not there; its ciphers are null where it has no pair of its own. */
export function findSealedPair(tx: Prisma.TransactionClient, serviceId: string) {
  const select = { type: true, encryptionKeyCipher: true, encryptionIvCipher: true } as const;
  return tx.service.findUnique({ where: { id: serviceId }, select });
}
