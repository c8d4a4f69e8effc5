import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

export interface NewApiKey {
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly isPrimary: boolean;
  readonly keyHash: Uint8Array<ArrayBuffer>;
  readonly keyCipher: Uint8Array<ArrayBuffer>;
  readonly keyPrefix: string;
}

/** False when the key is in use, by whatever service. */
export async function insertApiKey(tx: Prisma.TransactionClient, key: NewApiKey): Promise<boolean> {
  const { count } = await tx.apiKey.createMany({ data: { ...key }, skipDuplicates: true });
  return count === 1;
}

/** Notes the use unless one was noted after `notedBefore`; the condition keeps a burst of requests to one write. */
export async function noteKeyUse(id: string, at: Date, notedBefore: Date): Promise<void> {
  await db().apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: notedBefore } }] },
    data: { lastUsedAt: at },
  });
}
