import { issueToken } from "@/lib/auth/mail-token";
import { config } from "@/lib/config/env";
import type { Prisma } from "@/lib/db/generated/client";
import type { User } from "@/lib/domain/users/types";
import { enqueueMail } from "@/lib/mail/outbox";
import { alreadyRegisteredMail, verificationMail } from "@/lib/mail/templates";

type Recipient = Pick<User, "id" | "email">;

export async function mailVerification(
  tx: Prisma.TransactionClient,
  { id: userId, email }: Recipient,
  now: Date,
): Promise<void> {
  const token = await issueToken(tx, { userId, email }, "VERIFY", now);
  const link = `${config().publicUrl}/verify?token=${token}`;
  await enqueueMail(tx, { to: email, ...verificationMail({ link }) }, now);
}

export async function mailAlreadyRegistered(tx: Prisma.TransactionClient, to: string, now: Date): Promise<void> {
  await enqueueMail(tx, { to, ...alreadyRegisteredMail({ link: `${config().publicUrl}/sign-in` }) }, now);
}
