import { setTimeout as sleep } from "node:timers/promises";
import { getEngine } from "@/inference/pipeline/engine";
import { AppError } from "@/lib/errors/app-error";

/** @throws AppError `unavailable` while there are no workers at all */
function workerStats() {
  try {
    return getEngine().stats();
  } catch (cause) {
    throw new AppError("unavailable", "Face analysis is not available at the moment.", { cause, retryAfterS: 5 });
  }
}

const firstPauseMs = 20;
const longestPauseMs = 250;
/** Where requests never leave a worker free, an import goes on at this pace. */
const patienceMs = 20_000;

/**
 * Waits until a worker has nothing to do, so that a request never waits behind more than the one picture in work.
 *
 * @throws the signal's reason; AppError `unavailable` while there are none
 */
export async function waitForFreeWorker(signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (let pauseMs = firstPauseMs; performance.now() < deadline; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    signal.throwIfAborted();
    const { workers, busy, queued } = workerStats();
    if (queued === 0 && busy < workers) return;
    await sleep(pauseMs, undefined, { signal });
  }
}

/** How many pictures of imports are in work at a time: half of what the machine can do. */
export function importLanes(): number {
  return Math.max(1, Math.floor(workerStats().workers / 2));
}
