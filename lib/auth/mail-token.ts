import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";

type Purpose = "VERIFY" | "RESET";

interface Holder {
  readonly userId: string;
  readonly email: string;
}

interface NewToken {
  /** What the mailed link carries: 256 random bits, base64url. */
  readonly token: string;
  /** What the database keeps. */
  readonly tokenHash: Uint8Array<ArrayBuffer>;
}

const validMs = 60 * 60_000;

/** SHA-256 of a mailed token. A plain hash is enough, since the token is random and long. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(token).digest());
}

export function newToken(): NewToken {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

/** A token for one use within 60 minutes. Those that the user got before stay good, until one of them is used. */
export async function issueToken(
  tx: Prisma.TransactionClient,
  { userId, email }: Holder,
  purpose: Purpose,
  now: Date,
): Promise<string> {
  const { token, tokenHash } = newToken();
  const times = { createdAt: now, expiresAt: new Date(now.getTime() + validMs) };
  await tx.emailToken.create({
    data: { id: randomUUID(), userId, email, purpose, tokenHash, ...times },
    select: { id: true },
  });
  return token;
}

/** From now on no token of that purpose lets this user in. */
export async function voidTokens(tx: Prisma.TransactionClient, userId: string, purpose: Purpose): Promise<void> {
  await tx.emailToken.deleteMany({ where: { userId, purpose } });
}

/** Uses the token up, and with it all others for the same purpose. Null when it is unknown, used, expired or for something else. */
export async function redeemToken(
  tx: Prisma.TransactionClient,
  token: string,
  purpose: Purpose,
  now: Date,
): Promise<Holder | null> {
  const [redeemed] = await tx.emailToken.updateManyAndReturn({
    where: { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { userId: true, email: true },
  });
  if (redeemed === undefined) return null;
  await voidTokens(tx, redeemed.userId, purpose);
  return redeemed;
}
