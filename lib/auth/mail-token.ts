import { createHash, randomBytes } from "node:crypto";

interface NewToken {
  /** What the mailed link carries: 256 random bits, base64url. */
  readonly token: string;
  /** What the database keeps. */
  readonly tokenHash: Uint8Array<ArrayBuffer>;
}

/** SHA-256 of a mailed token. A plain hash is enough, since the token is random and long. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(token).digest());
}

export function newToken(): NewToken {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}
