import { createHash } from "node:crypto";
import { Secret } from "otpauth";

const bytesPerCode = 10;
const groups = /.{4}/g;

/** 80 random bits as 16 characters of base32, written in groups of four: `ABCD-EFGH-IJKL-MNOP`. */
export function newRecoveryCode(): string {
  const { base32 } = new Secret({ size: bytesPerCode });
  return base32.match(groups)?.join("-") ?? base32;
}

/** SHA-256 of a code without its hyphens. A plain hash is enough, since the code is random and long. */
export function hashRecoveryCode(code: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(code.replaceAll("-", "")).digest());
}
