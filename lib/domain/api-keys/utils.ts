import { createHash, timingSafeEqual } from "node:crypto";

/**
 * SHA-256 of the key as it is written in lower case. A slow hash would cost every request and gain nothing:
 * 122 random bits cannot be guessed from the hash.
 */
export function hashApiKey(key: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(key.toLowerCase()).digest());
}

export function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a key works at that time. */
export function isInForce(
  { revokedAt, expiresAt }: { readonly revokedAt: Date | null; readonly expiresAt: Date | null },
  at: Date,
): boolean {
  return (revokedAt === null || revokedAt > at) && (expiresAt === null || expiresAt > at);
}
