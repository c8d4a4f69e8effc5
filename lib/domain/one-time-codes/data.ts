import { db } from "@/lib/db/client";

/** The sealed secret of a second factor that is in force, or null. */
export async function findConfirmedSecret(userId: string): Promise<Uint8Array | null> {
  const where = { userId, confirmedAt: { not: null } };
  return (await db().totpSecret.findUnique({ where, select: { secretCipher: true } }))?.secretCipher ?? null;
}
