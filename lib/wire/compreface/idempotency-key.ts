import { brokenRule } from "./catalogue";

/** The client's own name for this request, with which it may be sent again. @throws ComprefaceError 400/26 */
export function idempotencyKeyOf({ headers }: Request): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw brokenRule("Idempotency-Key should consist of 1 to 255 visible ASCII characters");
}
