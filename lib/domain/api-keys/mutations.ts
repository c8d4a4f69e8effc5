import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { KeyScope } from "./types";

export interface NewApiKey {
  readonly id: string;
  readonly serviceId: string;
  readonly name: string;
  readonly isPrimary: boolean;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt: Date | null;
  readonly keyHash: Uint8Array<ArrayBuffer>;
  readonly keyCipher: Uint8Array<ArrayBuffer>;
  readonly keyPrefix: string;
}

/** False when the key is in use, by whatever service. */
export async function insertApiKey(tx: Prisma.TransactionClient, key: NewApiKey): Promise<boolean> {
  const data = { ...key, scopes: [...key.scopes] };
  const { count } = await tx.apiKey.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export async function updateKeyEnd(
  tx: Prisma.TransactionClient,
  id: string,
  end: { readonly expiresAt?: Date; readonly revokedAt?: Date },
): Promise<void> {
  await tx.apiKey.update({ where: { id }, data: end, select: { id: true } });
}

/** Makes room for another primary key; the old one keeps what it might do. */
export async function demoteKey(
  tx: Prisma.TransactionClient,
  { id, scopes }: { id: string; scopes: readonly KeyScope[] },
): Promise<void> {
  await tx.apiKey.update({ where: { id }, data: { isPrimary: false, scopes: [...scopes] }, select: { id: true } });
}

/** Notes the use unless one was noted after `notedBefore`; the condition keeps a burst of requests to one write. */
export async function noteKeyUse(id: string, at: Date, notedBefore: Date): Promise<void> {
  await db().apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: notedBefore } }] },
    data: { lastUsedAt: at },
  });
}
