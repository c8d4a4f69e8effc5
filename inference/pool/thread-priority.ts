import os from "node:os";

/** Mild: a worker still gets its core when nothing else wants it, but the event loop and the database go first. */
const step = 5;
const lowest = os.constants.priority.PRIORITY_LOW;

/**
 * Lets everything else on the machine go before the calling worker thread. On Linux priorities belong to threads, and 0
 * names the calling one; elsewhere they belong to the process, whose event loop would slow down too.
 */
export function yieldToServer(): void {
  if (process.platform !== "linux") return;
  try {
    os.setPriority(0, Math.min(lowest, os.getPriority(0) + step));
  } catch {
    // A sandbox that forbids it costs some latency under full load, nothing else.
  }
}
