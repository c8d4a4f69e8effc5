import { AppError } from "@/lib/errors/app-error";
import { processWide } from "@/lib/observability/process-state";

/** As many as there may be jobs of a service still to be done. */
const ofOneKeyMax = 10;
/** Each keeps a connection open for as long as its job takes. */
const ofAllMax = 100;
const retryAfterS = 10;

/** How many follow jobs in this process, by key. */
const followers = processWide("job followers", () => new Map<string, number>());

const count = (keyId: string) => followers.get(keyId) ?? 0;

/**
 * Counts one more who follows a job.
 *
 * @returns what counts it no more; to be called at its end, and may come again
 * @throws AppError `too_many_requests` when the key follows as many as it may; `busy` when all together do
 */
export function takeFollowerPlace(keyId: string): () => void {
  if (count(keyId) >= ofOneKeyMax) {
    const text = `This API key follows ${ofOneKeyMax} jobs already.`;
    throw new AppError("too_many_requests", text, { retryAfterS });
  }
  const all = [...followers.values()].reduce((sum, ofKey) => sum + ofKey, 0);
  if (all >= ofAllMax) throw new AppError("busy", "Too many jobs are followed at once.", { retryAfterS });
  followers.set(keyId, count(keyId) + 1);
  let isTaken = true;
  return () => {
    if (!isTaken) return;
    isTaken = false;
    if (count(keyId) > 1) followers.set(keyId, count(keyId) - 1);
    else followers.delete(keyId);
  };
}
