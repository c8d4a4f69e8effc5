import { logger } from "@/lib/observability/logger";
import { deleteExpired } from "./mutations";

const everyMs = 3_600_000;

/**
 * Removes expired sessions, links, counts, invitations and idempotency keys, mails that were sent, old steps of
 * collections, and accounts unverified for a week.
 */
export async function removeExpired(now = new Date()): Promise<void> {
  try {
    await deleteExpired(now);
  } catch (err) {
    logger.warn({ err }, "expired rows were not removed");
  }
}

/** Runs `removeExpired` now and every hour. @returns what ends it */
export function startHousekeeping(): () => Promise<void> {
  let running = removeExpired();
  const timer = setInterval(() => {
    running = removeExpired();
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
