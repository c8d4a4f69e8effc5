import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { nextCount, type ThrottlePolicy } from "./throttle-policy";

/** What is counted, such as `email:anna@example.org`; only its hash is stored. */
type ThrottleKey = `${"email" | "user" | "code" | "sign-in-ip" | "mail-ip" | "mail-to"}:${string}`;

function hashKey(key: ThrottleKey): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(key).digest());
}

/** `takeTry` as part of a transaction: others who want to take one wait for its end, and it is undone with it. */
export async function takeTryWithin(
  tx: Prisma.TransactionClient,
  key: ThrottleKey,
  policy: ThrottlePolicy,
  now: Date,
): Promise<boolean> {
  const keyHash = hashKey(key);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const count = nextCount(await tx.signInThrottle.findUnique({ where: { keyHash } }), policy, now);
  if (count === "wait") return false;
  await tx.signInThrottle.upsert({ where: { keyHash }, create: { keyHash, ...count }, update: count });
  return true;
}

/**
 * Counts one more try and says whether it may go on. It is counted before it is known to fail, so that tries made at
 * the same moment cannot pass together; a try that succeeds is taken back with `forgive` or `forget`.
 */
export function takeTry(key: ThrottleKey, policy: ThrottlePolicy, now: Date): Promise<boolean> {
  return db().$transaction((tx) => takeTryWithin(tx, key, policy, now));
}

/** Takes one counted try back. */
export async function forgive(key: ThrottleKey): Promise<void> {
  const where = { keyHash: hashKey(key), failures: { gt: 0 } };
  await db().signInThrottle.updateMany({ where, data: { failures: { decrement: 1 } } });
}

/** Starts counting anew. */
export async function forget(key: ThrottleKey): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { keyHash: hashKey(key) } });
}
