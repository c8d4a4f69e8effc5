import { processWide } from "@/lib/observability/process-state";

// The sender starts in the bundle of the boot, mails are written in those of the routes.
const holder = processWide<{ wake: () => void }>("mail-sender", () => ({ wake: () => undefined }));

/** Has the sender of this process, where one runs, look into the outbox soon. */
export function wakeSender(): void {
  holder.wake();
}

export function setWake(wake: () => void): void {
  holder.wake = wake;
}
