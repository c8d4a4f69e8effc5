import { readFileSync } from "node:fs";

const parentPollMs = 500;
const stopSignals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** Parent of a process, where the system tells it in a file, or null. */
function parentOf(pid: number): number | null {
  try {
    const status = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return status ? Number(status[1]) : null;
  } catch {
    return null;
  }
}

/** npm puts a shell between itself and us, which outlives npm: the shell's parent counts too. */
const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;

/**
 * Calls `stop` for every signal that asks this process to end, and when npm, its parent, is gone: some shells do not
 * pass npm's signal on, and nobody passes on a SIGKILL.
 */
export function onStopRequest(stop: () => void): void {
  for (const signal of stopSignals) process.on(signal, stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    stop();
  }, parentPollMs);
  timer.unref();
}
