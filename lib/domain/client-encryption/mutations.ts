import type { Prisma } from "@/lib/db/generated/client";

export interface SealedPair {
  readonly encryptionKeyCipher: Uint8Array<ArrayBuffer>;
  readonly encryptionIvCipher: Uint8Array<ArrayBuffer>;
}

export async function updateSealedPair(tx: Prisma.TransactionClient, id: string, pair: SealedPair): Promise<void> {
  await tx.service.update({ where: { id }, data: pair, select: { id: true } });
}
