import { AppError } from "@/lib/errors/app-error";

export interface Deadline {
  /** Rejects with AppError `timeout` when the time is over; never resolves. */
  readonly expired: Promise<never>;
  readonly isOver: () => boolean;
  readonly clear: () => void;
}

/** A timer of our own: Node's requestTimeout lets a dripping client hold a request for minutes. */
export function startDeadline(timeoutMs: number): Deadline {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isOver = true;
      reject(new AppError("timeout", `The request body did not arrive within ${timeoutMs / 1000} seconds.`));
    }, timeoutMs);
  });
  return { expired, isOver: () => isOver, clear: () => clearTimeout(timer) };
}
