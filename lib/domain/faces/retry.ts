import { createHash, createHmac } from "node:crypto";
import { deriveKey } from "@/lib/config/secrets";
import { AppError } from "@/lib/errors/app-error";

const charactersMax = 255;

/** What tells a repeated request from another one under the same key; 32 bytes each. */
export interface Retry {
  readonly keyHash: Uint8Array<ArrayBuffer>;
  /** HMAC of all that decides the answer. */
  readonly requestHash: Uint8Array<ArrayBuffer>;
}

interface Request {
  readonly bytes: Uint8Array;
  readonly subject: string;
  readonly probabilityMin?: number | undefined;
}

/** @throws AppError `invalid_request` for a key of no or more than 255 characters */
export function describeRetry(idempotencyKey: string, { bytes, subject, probabilityMin }: Request): Retry {
  if (idempotencyKey.length === 0 || idempotencyKey.length > charactersMax) {
    const detail = `must have 1 to ${charactersMax} characters`;
    const fields = [{ name: "Idempotency-Key", detail }];
    throw new AppError("invalid_request", `The Idempotency-Key ${detail}.`, { fields });
  }
  // Keyed, so that nobody who reads the table can try whether a picture they have was sent.
  const hmac = createHmac("sha256", deriveKey("idempotency"));
  hmac.update(`${JSON.stringify([subject, probabilityMin ?? null])}\n`).update(bytes);
  return {
    keyHash: Uint8Array.from(createHash("sha256").update(idempotencyKey).digest()),
    requestHash: Uint8Array.from(hmac.digest()),
  };
}
