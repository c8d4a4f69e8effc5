import { isRunning } from "./process-table";
import { waitUntil } from "./wait";

/** A running PostgreSQL server, ours or one that a killed Mien left behind. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
}

const fastStopMs = 10_000;
const immediateStopMs = 5_000;
const exitPollMs = 20;
const watchPollMs = 200;

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/**
 * Ends the server: open transactions are rolled back, the data is written, and the next start needs no recovery.
 * One that hangs is ended without its last checkpoint, which loses nothing but makes the next start recover.
 */
export async function stopPostmaster({ pid }: Pick<Postmaster, "pid">): Promise<void> {
  const gone = () => !isRunning(pid);
  signal(pid, "SIGINT");
  if (await waitUntil(gone, { timeoutMs: fastStopMs, everyMs: exitPollMs })) return;
  signal(pid, "SIGQUIT");
  if (await waitUntil(gone, { timeoutMs: immediateStopMs, everyMs: exitPollMs })) return;
  signal(pid, "SIGKILL");
}

/** Calls `onEnd` once when the server is gone; polls, since an adopted server is no child of this process. */
export function watchPostmaster({ pid }: Postmaster, onEnd: () => void): () => void {
  const timer = setInterval(() => {
    if (isRunning(pid)) return;
    clearInterval(timer);
    onEnd();
  }, watchPollMs);
  timer.unref();
  return () => clearInterval(timer);
}
