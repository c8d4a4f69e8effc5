import { setTimeout as delay } from "node:timers/promises";

/**
 * Asks again and again until the answer is yes.
 *
 * @param everyMs pause between two questions
 * @returns false when `timeoutMs` passed first
 */
export async function waitUntil(
  ask: () => boolean | Promise<boolean>,
  { timeoutMs, everyMs }: { timeoutMs: number; everyMs: number },
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (await ask()) return true;
    if (performance.now() >= deadline) return false;
    await delay(everyMs);
  }
}
