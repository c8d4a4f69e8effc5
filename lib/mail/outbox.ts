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
 * Whether the address may get one more mail now, three an hour at most, so that nobody's mailbox is flooded. The answer
 * holds until the transaction ends: others who want to write to the same address wait.
 */
export async function mayMail(tx: Prisma.TransactionClient, to: string, now = new Date()): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`mail:${to}`}, 0))`;
  const recent = { to, createdAt: { gt: new Date(now.getTime() - hourMs) } };
  return (await tx.outbox.count({ where: recent })) < mailsPerAddressAndHourMax;
}

/**
 * Puts a mail into the outbox inside the caller's transaction; it is sent after the commit, whatever the mail server
 * does. Dropped without a word when `mayMail` says no.
 */
export async function enqueueMail(tx: Prisma.TransactionClient, mail: Mail, now = new Date()): Promise<void> {
  if (!(await mayMail(tx, mail.to, now))) return;
  const times = { createdAt: now, nextAttemptAt: now };
  await tx.outbox.create({ data: { id: randomUUID(), ...mail, ...times }, select: { id: true } });
  wakeSender();
}
