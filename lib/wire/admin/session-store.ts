import type { SessionStore } from "@/lib/auth/next-auth-options";
import { createSession, endSession, readSession, verifyCredentials } from "@/lib/domain/sessions/service";
import { type SignedInUser, sessionMsMax } from "@/lib/domain/sessions/types";
import { clientAddress } from "@/lib/http/client-address";
import { forgiveSignIn, limitSignIn } from "./limits";

/** A session for who has shown all that is asked for. */
export function startSession(request: Request, { userId }: SignedInUser): Promise<{ readonly sessionId: string }> {
  return createSession({ userId, ip: clientAddress(request), userAgent: request.headers.get("user-agent") });
}

/** What next-auth keeps of sessions, for a request from this client. */
export function sessionStoreFor(request: Request): SessionStore {
  const ip = clientAddress(request);
  return {
    signIn: async ({ email = "", password = "", code }) => {
      limitSignIn(request);
      const outcome = await verifyCredentials({ email, password, ip, ...(code !== undefined && { code }) });
      if (outcome === null) return null;
      forgiveSignIn(request);
      return outcome === "code_needed" ? outcome : startSession(request, outcome);
    },
    isAlive: async (sessionId) => (await readSession(sessionId)) !== null,
    end: (sessionId) => endSession(sessionId, ip),
    secondsMax: sessionMsMax / 1000,
  };
}
