import { hashRecoveryCode } from "@/lib/auth/recovery-code";
import type { Prisma } from "@/lib/db/generated/client";

type Sealed = Uint8Array<ArrayBuffer>;

/** Puts the secret in the place of one that waits. False when a factor is in force, which stays. */
export async function putWaitingSecret(
  tx: Prisma.TransactionClient,
  userId: string,
  secretCipher: Sealed,
  createdAt: Date,
): Promise<boolean> {
  await tx.totpSecret.deleteMany({ where: { userId, confirmedAt: null } });
  const { count } = await tx.totpSecret.createMany({ data: { userId, secretCipher, createdAt }, skipDuplicates: true });
  return count === 1;
}

/** Puts that very secret in force. False when another has taken its place, or it is in force already. */
export async function confirmSecret(
  tx: Prisma.TransactionClient,
  userId: string,
  secretCipher: Sealed,
  { confirmedAt, lastStep }: { readonly confirmedAt: Date; readonly lastStep: bigint },
): Promise<boolean> {
  const where = { userId, secretCipher, confirmedAt: null };
  return (await tx.totpSecret.updateMany({ where, data: { confirmedAt, lastStep } })).count === 1;
}

/** The codes of before are good no more. */
export async function replaceRecoveryCodes(
  tx: Prisma.TransactionClient,
  userId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashRecoveryCode(code) })) });
}

/** Whether there was a factor in force. */
export async function removeSecret(tx: Prisma.TransactionClient, userId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  return (await tx.totpSecret.deleteMany({ where: { userId, confirmedAt: { not: null } } })).count === 1;
}

/** Until the transaction ends, no other changes this user's factor. */
export async function lockUser(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}
