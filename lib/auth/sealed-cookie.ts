import type { z } from "zod";
import { deriveKey } from "@/lib/config/secrets";
import { readCookies } from "./cookies";
import { seal, unseal } from "./sealed-text";
import { setCookieHeader } from "./set-cookie";

interface SealedCookie<T> {
  /** The browser cannot read it, nor use one for what another is for. */
  readonly name: string;
  /** Below which the browser sends it. */
  readonly path: string;
  readonly validS: number;
  readonly schema: z.ZodType<T>;
}

const key = () => deriveKey("sign-in-step");

/** Value of a `Set-Cookie` header with which the browser brings `value` back, for `validS` seconds. */
export function sealCookie<T>(cookie: SealedCookie<T>, value: T, now = new Date()): string {
  const expiresMs = now.getTime() + cookie.validS * 1000;
  const sealed = seal(key(), JSON.stringify([expiresMs, value]), cookie.name);
  const { name, path, validS } = cookie;
  return setCookieHeader({ name, path, value: Buffer.from(sealed).toString("base64url"), maxAgeS: validS });
}

/** Value of a `Set-Cookie` header that removes it. */
export const clearCookie = ({ name, path }: SealedCookie<unknown>): string =>
  setCookieHeader({ name, path, value: "", maxAgeS: 0 });

/** What was sealed; null without the cookie, for one that is no work of ours, and after its time. */
export function openCookie<T>(cookie: SealedCookie<T>, headers: Headers, now = new Date()): T | null {
  const text = readCookies(headers)[cookie.name];
  if (text === undefined) return null;
  try {
    const [expiresMs, value] = JSON.parse(unseal(key(), Buffer.from(text, "base64url"), cookie.name));
    return now.getTime() < expiresMs ? cookie.schema.parse(value) : null;
  } catch {
    return null;
  }
}
