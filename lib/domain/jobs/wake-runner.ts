import { processWide } from "@/lib/observability/process-state";

// The runner starts in the bundle of the boot, jobs are made in those of the routes.
const holder = processWide<{ wake: () => void }>("job-runner", () => ({ wake: () => undefined }));

/** Has the runner of this process, where there is one, look for work soon. */
export function wakeRunner(): void {
  holder.wake();
}

export function setRunnerWake(wake: () => void): void {
  holder.wake = wake;
}
