import { AppError } from "@/lib/errors/app-error";
import { processWide } from "@/lib/observability/process-state";

/**
 * Request bytes held by all unfinished bodies together. Without it every slow client may pin a whole body's worth of
 * memory, so enough of them exhaust the process however small the limit per request is.
 */
const heldBytesMax = 256 * 1024 * 1024;

const budget = processWide("upload budget", () => ({ heldBytes: 0 }));

/** Counts the bytes of one body against the budget of all. */
export interface UploadAccount {
  /** @throws AppError `busy` when the bodies being received would together take too much memory */
  take(bytes: number): void;
  /** Returns everything taken; to be called once, when the body has been received or given up. */
  settle(): void;
}

export function openUploadAccount(): UploadAccount {
  let taken = 0;
  return {
    take(bytes) {
      if (budget.heldBytes + bytes > heldBytesMax) {
        throw new AppError("busy", "Too many uploads at once.", { retryAfterS: 2 });
      }
      budget.heldBytes += bytes;
      taken += bytes;
    },
    settle() {
      budget.heldBytes -= taken;
      taken = 0;
    },
  };
}
