import type { SessionStore } from "@/lib/auth/next-auth-options";
import { createSession, endSession, readSession, verifyCredentials } from "@/lib/domain/sessions/service";
import { sessionMsMax } from "@/lib/domain/sessions/types";
import { clientAddress } from "@/lib/http/client-address";
import { forgiveSignIn, limitSignIn } from "./limits";

/** What next-auth keeps of sessions, for a request from this client. */
export function sessionStoreFor(request: Request): SessionStore {
  const ip = clientAddress(request);
  return {
    signIn: async ({ email = "", password = "" }) => {
      limitSignIn(request);
      const user = await verifyCredentials({ email, password, ip });
      if (user === null) return null;
      forgiveSignIn(request);
      const userAgent = request.headers.get("user-agent");
      return (await createSession({ userId: user.userId, ip, userAgent })).sessionId;
    },
    isAlive: async (sessionId) => (await readSession(sessionId)) !== null,
    end: (sessionId) => endSession(sessionId, ip),
    secondsMax: sessionMsMax / 1000,
  };
}
