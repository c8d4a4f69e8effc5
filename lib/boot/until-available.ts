import { setTimeout as delay } from "node:timers/promises";
import { translateError } from "@/lib/db/translate-error";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";

/** 58 s in all, to which the attempts themselves add their own timeouts. */
const pausesMs = [250, 500, 1_000, 2_000, 4_000, ...Array.from({ length: 10 }, () => 5_000)];

export interface Patience {
  /** Asked after each failure and each pause: a server told to stop waits no longer. */
  readonly isCancelled: () => boolean;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/**
 * Does `work`, again after a growing pause while the database does not answer: one that starts at the same time, or a
 * machine under load, is no reason not to start. What cannot pass, such as a wrong password, is thrown at once.
 *
 * @throws what `work` threw at last
 */
export async function untilAvailable<T>(work: () => Promise<T>, { isCancelled, pause = delay }: Patience): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error) || isCancelled()) throw error;
      logger.warn({ event: "boot", waitsFor: "database", againInMs: pauseMs });
      await pause(pauseMs);
      if (isCancelled()) throw error;
    }
  }
  return work();
}

function isOutage(error: unknown): boolean {
  const translated = translateError(error);
  return translated instanceof AppError && translated.code === "unavailable";
}
