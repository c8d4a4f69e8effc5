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

const hourMs = 3_600_000;
const mailsPerAddressAndHourMax = 3;

/**
 * Puts a mail into the outbox inside the caller's transaction; it is sent after the commit, whatever the mail server
 * does. A fourth mail to one address within an hour is dropped without a word, so that nobody's mailbox is flooded.
 */
export async function enqueueMail(tx: Prisma.TransactionClient, mail: Mail, now = new Date()): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`mail:${mail.to}`}, 0))`;
  const recent = { to: mail.to, createdAt: { gt: new Date(now.getTime() - hourMs) } };
  if ((await tx.outbox.count({ where: recent })) >= mailsPerAddressAndHourMax) return;
  const times = { createdAt: now, nextAttemptAt: now };
  await tx.outbox.create({ data: { id: randomUUID(), ...mail, ...times }, select: { id: true } });
  wakeSender();
}
