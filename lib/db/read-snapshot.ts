import { db } from "./client";
import type { Prisma } from "./generated/client";

/**
 * Runs `work` with a transaction of its own to read with. All that it reads is as it was at its first query, whatever
 * others write meanwhile, and nobody waits for it.
 */
export function readSnapshot<T>(
  work: (snapshot: Prisma.TransactionClient) => Promise<T>,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<T> {
  return db().$transaction(work, { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: timeoutMs });
}
