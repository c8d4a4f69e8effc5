import { Secret, TOTP } from "otpauth";

const periodMs = 30_000;
/** Steps before and after the present one whose codes count too: clocks differ, and typing takes a while. */
const window = 1;

function generatorOf(secret: string, label = ""): TOTP {
  // Six digits, 30 s and SHA-1 (RFC 6238) are what every authenticator app understands.
  return new TOTP({ issuer: "Mien", label, secret: Secret.fromBase32(secret), period: periodMs / 1000 });
}

/** 160 random bits, as RFC 4226 recommends, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. @param account name under which the app lists it */
export const totpUri = (secret: string, account: string): string => generatorOf(secret, account).toString();

/**
 * The time step whose code this is, of the present one and its neighbours; null for any other code. The comparison
 * takes the same time for every code.
 *
 * @param code six digits
 */
export function stepOfCode(secret: string, code: string, now: Date): bigint | null {
  const timestamp = now.getTime();
  const delta = generatorOf(secret).validate({ token: code, timestamp, window });
  return delta === null ? null : BigInt(Math.floor(timestamp / periodMs) + delta);
}
