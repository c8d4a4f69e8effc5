import { isServerAway, isSessionMissing, ProblemError } from "./problem";

interface Sending {
  readonly file: File;
  readonly subjectId: string;
  /** The same for all tries, of which one may have arrived though its answer did not. */
  readonly key: string;
  readonly signal: AbortSignal;
  /** 0..1 of the file. */
  readonly onProgress: (share: number) => void;
}

export interface Sender {
  readonly send: (sending: Sending) => Promise<void>;
  /** Between two tries of a file that a busy server sent away. */
  readonly wait: (ms: number) => Promise<void>;
}

const triesMax = 6;
const firstWaitMs = 500;
const passing: readonly string[] = ["busy", "unavailable", "too_many_requests", "timeout"];
const passes = (error: unknown) => error instanceof ProblemError && passing.includes(error.problem.code);

/** Sends a file, and a few times more where the server is only busy. @throws what the last try does */
export async function sendPatiently({ send, wait }: Sender, sending: Sending): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(sending);
    } catch (error) {
      if (tries === triesMax || !passes(error)) throw error;
      await wait(firstWaitMs * 2 ** tries);
      sending.signal.throwIfAborted();
    }
  }
}

/** What stops every file, whatever is in it. */
export type Obstacle = "signed_out" | "unreachable";

export function obstacleOf(error: unknown): Obstacle | null {
  if (isSessionMissing(error)) return "signed_out";
  return isServerAway(error) ? "unreachable" : null;
}

/** A key for the tries of one file. Not a `randomUUID`, which browsers keep from pages over plain HTTP. */
export const newUploadKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join("-");
