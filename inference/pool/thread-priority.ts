import os from "node:os";

/** Mild: a worker still gets its core when nothing else wants it, but the event loop and the database go first. */
const niceness = 5;

/**
 * Lets everything else on the machine go before the calling worker thread. On Linux priorities belong to threads, and 0
 * names the calling one; elsewhere they belong to the process, whose event loop would slow down too.
 */
export function yieldToServer(): void {
  if (process.platform !== "linux") return;
  try {
    os.setPriority(0, Math.max(niceness, os.getPriority(0)));
  } catch {
    // A sandbox that forbids it costs some latency under full load, nothing else.
  }
}
