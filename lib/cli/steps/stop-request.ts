const parentPollMs = 500;
const stopSignals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/**
 * Calls `stop` for every signal that asks this process to end, and when npm, its parent, is gone: some shells do not
 * pass npm's signal on, and nobody passes on a SIGKILL.
 */
export function onStopRequest(stop: () => void): void {
  for (const signal of stopSignals) process.on(signal, stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, parentPollMs);
  timer.unref();
}
