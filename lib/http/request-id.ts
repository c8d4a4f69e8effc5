import { randomUUID } from "node:crypto";

/** A client's own id is kept only in this alphabet and length, so that it cannot forge or flood log lines. */
const acceptable = /^[A-Za-z0-9_-]{1,64}$/;

/** Returns the client's `x-request-id` when it is harmless, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given !== null && acceptable.test(given) ? given : randomUUID();
}
