import { setTimeout as sleep } from "node:timers/promises";
import type { ServerProcess } from "./server-process";

const pollMs = 100;

/**
 * Waits until `/api/health/ready` answers 200.
 *
 * @returns false when the server ended before that
 * @throws Error after `timeoutMs`
 */
export async function waitUntilReady(server: ServerProcess, baseUrl: string, timeoutMs = 300_000): Promise<boolean> {
  const deadlineMs = performance.now() + timeoutMs;
  while (!server.hasEnded()) {
    if (await isReady(baseUrl)) return true;
    if (performance.now() > deadlineMs) throw new Error(`The server was not ready after ${timeoutMs / 1000} s.`);
    await sleep(pollMs);
  }
  return false;
}

async function isReady(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/api/health/ready`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
