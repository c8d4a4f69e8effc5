import { db } from "@/lib/db/client";
import { logger } from "@/lib/observability/logger";
import type { Mail } from "./outbox";
import type { SendMail } from "./transport";

interface ClaimedMail extends Mail {
  readonly id: string;
  /** This one included. */
  readonly attempts: number;
}

interface SendError extends Error {
  /** nodemailer's name of what failed. */
  readonly code?: string;
  /** Of the mail server. */
  readonly responseCode?: number;
}

// Above what one attempt can last, so that no second process takes a mail that is on its way.
const claimMs = 120_000;
const retryMsMax = 30_000;
const giveUpMs = 24 * 3_600_000;

/** 2, 4, 8, 16 and then always 30 seconds: a mail leaves within a minute after the mail server is back. */
const retryMs = (attempts: number) => Math.min(2 ** attempts * 1000, retryMsMax);

/** Takes the mail that has been due for longest; replicas skip what another one holds. */
async function claim(now: Date): Promise<ClaimedMail | null> {
  const until = new Date(now.getTime() + claimMs);
  const rows = await db().$queryRaw<ClaimedMail[]>`
    UPDATE "Outbox" SET attempts = attempts + 1, "nextAttemptAt" = ${until}
    WHERE id = (SELECT id FROM "Outbox" WHERE "sentAt" IS NULL AND "nextAttemptAt" <= ${now}
      ORDER BY "nextAttemptAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, "to", subject, text, html, attempts`;
  return rows[0] ?? null;
}

// What was sent holds a token, and what cannot be sent will not be needed: neither stays in the database.
const emptied = { text: "", html: "" } as const;

// The recipient was refused for good (RFC 5321 4.2.1); anything else, a wrong password included, may be put right.
function isPermanent(error: SendError): boolean {
  return error.code === "EENVELOPE" && (error.responseCode ?? 0) >= 500;
}

async function settleFailure({ id, attempts }: ClaimedMail, error: SendError, now: Date): Promise<void> {
  const nextAttemptAt = new Date(now.getTime() + retryMs(attempts));
  const lastError = error.message.slice(0, 500);
  const givenUpBefore = isPermanent(error) ? now : new Date(now.getTime() - giveUpMs);
  await db().outbox.updateMany({ where: { id }, data: { nextAttemptAt, lastError } });
  await db().outbox.updateMany({
    where: { id, createdAt: { lte: givenUpBefore } },
    data: { sentAt: now, ...emptied },
  });
  // Not the server's words, which may name the recipient.
  logger.warn({ event: "mail", mailId: id, attempts, code: error.code, status: error.responseCode }, "mail not sent");
}

/**
 * Sends every mail that is due, one after the other, and writes down what became of it.
 *
 * @returns how many attempts were made
 */
export async function deliverDueMails(send: SendMail, now: () => Date, isStopped: () => boolean): Promise<number> {
  for (let attempts = 0; ; attempts += 1) {
    const mail = isStopped() ? null : await claim(now());
    if (mail === null) return attempts;
    try {
      await send(mail.id, mail);
    } catch (error) {
      await settleFailure(mail, error as SendError, now());
      continue;
    }
    await db().outbox.update({ where: { id: mail.id }, data: { sentAt: now(), lastError: null, ...emptied } });
  }
}
