import { sessionIdOf } from "@/lib/auth/next-auth-options";
import type { Caller } from "@/lib/domain/policy/types";
import { readSession } from "@/lib/domain/sessions/service";
import { AppError } from "@/lib/errors/app-error";
import { clientAddress } from "@/lib/http/client-address";
import type { Actor } from "@/lib/http/wire";

/** For what needs no account. */
export const anyone = (): Actor => ({});

/**
 * Who is signed in. The row of the session is looked up at every request, so that signing out, a new password, another
 * role and a disabled account count at once.
 *
 * @throws AppError `unauthenticated`
 */
export async function signedIn(request: Request): Promise<Caller & Actor> {
  const sessionId = await sessionIdOf(request.headers);
  const actor = sessionId === null ? null : await readSession(sessionId);
  if (actor === null) throw new AppError("unauthenticated", "Please sign in.");
  return { ...actor, ip: clientAddress(request) };
}
