import { hashToken } from "@/lib/auth/mail-token";
import { db } from "@/lib/db/client";
import type { EmailAddress } from "@/lib/domain/users/schema";

/** Whether the token is that of an invitation to this address which has not expired. */
export async function isInvited(email: EmailAddress, token: string, now: Date): Promise<boolean> {
  const where = { tokenHash: hashToken(token), email, expiresAt: { gt: now } };
  return (await db().invitation.findFirst({ where, select: { id: true } })) !== null;
}

export async function isAnybodyThere(): Promise<boolean> {
  return (await db().user.findFirst({ select: { id: true } })) !== null;
}
