import { setTimeout as sleep } from "node:timers/promises";

const stepMs = 100;

interface Clock {
  readonly nowMs: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
}

const realClock: Clock = { nowMs: () => performance.now(), wait: (ms) => sleep(ms) };

/**
 * Runs `work` and answers, or fails, only when a whole multiple of 100 ms has passed since the start. A known and an
 * unknown address do different work of a few milliseconds; this way the caller cannot see which it was.
 */
export async function inEvenTime<T>(work: () => Promise<T>, clock: Clock = realClock): Promise<T> {
  const startedMs = clock.nowMs();
  try {
    return await work();
  } finally {
    const elapsedMs = clock.nowMs() - startedMs;
    await clock.wait(Math.ceil(elapsedMs / stepMs) * stepMs - elapsedMs);
  }
}
