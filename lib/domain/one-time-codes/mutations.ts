import { hashRecoveryCode } from "@/lib/auth/recovery-code";
import type { Prisma } from "@/lib/db/generated/client";

/** False for a step that was taken already, or an earlier one; of calls at the same moment one gets true. */
export async function takeStep(tx: Prisma.TransactionClient, userId: string, lastStep: bigint): Promise<boolean> {
  const where = { userId, confirmedAt: { not: null }, OR: [{ lastStep: null }, { lastStep: { lt: lastStep } }] };
  return (await tx.totpSecret.updateMany({ where, data: { lastStep } })).count === 1;
}

/** False for a code that is none of the user's, or was used; of calls at the same moment one gets true. */
export async function takeRecoveryCode(
  tx: Prisma.TransactionClient,
  userId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const where = {
    userId,
    codeHash: hashRecoveryCode(code),
    usedAt: null,
    user: { totp: { confirmedAt: { not: null } } },
  };
  return (await tx.recoveryCode.updateMany({ where, data: { usedAt: now } })).count === 1;
}
