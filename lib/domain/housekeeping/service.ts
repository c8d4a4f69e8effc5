import { recordCollectionSizes } from "@/lib/domain/holdings/service";
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

async function noteSizes(): Promise<void> {
  try {
    await recordCollectionSizes(new Date());
  } catch (err) {
    logger.warn({ err }, "the sizes of the collections were not noted");
  }
}

async function keepHouse(): Promise<void> {
  await removeExpired();
  await noteSizes();
}

/** Removes what is expired and notes how large collections are, now and every hour. @returns what ends it */
export function startHousekeeping(): () => Promise<void> {
  let running = keepHouse();
  const timer = setInterval(() => {
    running = keepHouse();
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
