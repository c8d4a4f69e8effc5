import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { nextCount, type ThrottlePolicy } from "./throttle-policy";

/** What is counted, such as `email:anna@example.org`; only its hash is stored. */
type ThrottleKey = `${"email" | "user" | "sign-in-ip" | "mail-ip"}:${string}`;

function hashKey(key: ThrottleKey): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(key).digest());
}

/**
 * Counts one more try and says whether it may go on. It is counted before it is known to fail, so that tries made at
 * the same moment cannot pass together; a try that succeeds is taken back with `forgive` or `forget`.
 */
export function takeTry(key: ThrottleKey, policy: ThrottlePolicy, now: Date): Promise<boolean> {
  const keyHash = hashKey(key);
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const count = nextCount(await tx.signInThrottle.findUnique({ where: { keyHash } }), policy, now);
    if (count === "wait") return false;
    await tx.signInThrottle.upsert({ where: { keyHash }, create: { keyHash, ...count }, update: count });
    return true;
  });
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
