import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import { wakeSender } from "./wake-sender";

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mail extends MailText {
  /** One plain address in its stored spelling. */
  readonly to: string;
}

/**
 * Puts a mail into the outbox inside the caller's transaction; it is sent after the commit, whatever the mail server
 * does. How many mails strangers may cause is for the caller to bound.
 */
export async function enqueueMail(tx: Prisma.TransactionClient, mail: Mail, now = new Date()): Promise<void> {
  const times = { createdAt: now, nextAttemptAt: now };
  await tx.outbox.create({ data: { id: randomUUID(), ...mail, ...times }, select: { id: true } });
  wakeSender();
}
