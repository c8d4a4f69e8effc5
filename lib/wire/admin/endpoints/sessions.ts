import { clearedSessionCookie, sessionIdOf } from "@/lib/auth/next-auth-options";
import { endOtherSessions, endSession, listSessions } from "@/lib/domain/sessions/service";
import { clientAddress } from "@/lib/http/client-address";
import { anyone, signedIn } from "@/lib/wire/admin/auth";
import { readNothing } from "@/lib/wire/admin/read";
import { serializeList, serializeSession } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** Where the caller is signed in. */
export const sessionsHandlers = adminPath("/api/admin/me/sessions", {
  GET: operation({
    authenticate: signedIn,
    read: () => undefined,
    run: (_, { actor }) => listSessions(actor),
    serialize: serializeList(serializeSession),
  }),
});

/** Signing out everywhere else. */
export const endOthersHandlers = adminPath("/api/admin/me/sessions/end-others", {
  POST: operation({
    authenticate: signedIn,
    read: ({ request }) => readNothing(request),
    run: (_, { actor }) => endOtherSessions(actor),
    serialize: () => undefined,
    status: 204,
  }),
});

/** Signing out here. Open to anyone, so that a browser gets rid of the cookie of a session that has ended already. */
export const signOutHandlers = adminPath("/api/admin/sign-out", {
  POST: operation({
    authenticate: anyone,
    read: async ({ request }) => {
      await readNothing(request);
      return { sessionId: await sessionIdOf(request.headers), ip: clientAddress(request) };
    },
    run: ({ sessionId, ip }) => (sessionId === null ? undefined : endSession(sessionId, ip)),
    serialize: () => new Response(null, { status: 204, headers: { "set-cookie": clearedSessionCookie() } }),
  }),
});
