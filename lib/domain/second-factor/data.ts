import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** When the factor came into force, null while it waits for its first code or is not there, and the codes left. */
export async function findSecondFactor(userId: string, tx: Prisma.TransactionClient = db()) {
  const secret = await tx.totpSecret.findUnique({ where: { userId }, select: { confirmedAt: true } });
  const recoveryCodesLeft = await tx.recoveryCode.count({ where: { userId, usedAt: null } });
  return { enabledAt: secret?.confirmedAt ?? null, recoveryCodesLeft };
}

/** The sealed secret that waits for its first code, or null. */
export async function findWaitingSecret(userId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await db().totpSecret.findUnique({
    where: { userId, confirmedAt: null },
    select: { secretCipher: true },
  });
  return found === null ? null : Uint8Array.from(found.secretCipher);
}

export function findUserByEmail(tx: Prisma.TransactionClient, email: string) {
  return tx.user.findUnique({ where: { email }, select: { id: true, email: true } });
}
