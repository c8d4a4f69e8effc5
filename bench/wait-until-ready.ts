import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const readyMsMax = 180_000;

/** Waits until the server at `origin` answers that it is ready. @throws when the process that starts it ends, or after three minutes */
export async function waitUntilReady(starter: ChildProcess, origin: string): Promise<void> {
  const deadlineMs = performance.now() + readyMsMax;
  while (performance.now() < deadlineMs && starter.exitCode === null) {
    const answer = await fetch(`${origin}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(20);
  }
  throw new Error(`The server did not become ready (exit status ${starter.exitCode}).`);
}
