import { newSessionCookie } from "@/lib/auth/next-auth-options";
import { beginOidc, finishOidc, OidcFailure } from "@/lib/auth/oidc";
import { clearCookie, openCookie, sealCookie } from "@/lib/auth/sealed-cookie";
import { signInWithIdentity } from "@/lib/domain/external-identities/service";
import { sessionMsMax } from "@/lib/domain/sessions/types";
import { clientAddress } from "@/lib/http/client-address";
import { anyone } from "@/lib/wire/admin/auth";
import { startSession } from "@/lib/wire/admin/session-store";
import { codeStepCookie, journeyCookie } from "@/lib/wire/admin/sign-in-cookies";
import { adminPath, operation } from "@/lib/wire/admin/wire";

interface Leaving {
  readonly next: string | null;
  readonly invitationToken: string | null;
}

/** Answers a browser that navigates: to another page, with cookies. */
function redirect(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Back to the page that asks for a sign-in, with words for what happened that it knows. */
function backToSignIn(
  words: Readonly<Record<string, string>>,
  next: string | null,
  cookies: readonly string[],
): Response {
  return redirect(`/sign-in?${new URLSearchParams({ ...words, ...(next !== null && { next }) })}`, cookies);
}

/** Only pages of this server: anyone can write the link that carries `next`. */
function pathOf(next: string | null): string {
  const origin = "http://own.invalid";
  const target = next?.startsWith("/") && URL.canParse(next, origin) ? new URL(next, origin) : null;
  return target?.origin === origin ? target.pathname + target.search : "/applications";
}

async function leave({ next, invitationToken }: Leaving): Promise<Response> {
  try {
    const { address, memory } = await beginOidc();
    return redirect(address, [sealCookie(journeyCookie, { ...memory, next, invitationToken })]);
  } catch (error) {
    if (!(error instanceof OidcFailure)) throw error;
    return backToSignIn({ failed: error.reason }, next, []);
  }
}

async function comeBack(request: Request): Promise<Response> {
  const journey = openCookie(journeyCookie, request.headers);
  const forget = clearCookie(journeyCookie);
  if (journey === null) return backToSignIn({ failed: "expired" }, null, [forget]);
  const { next, invitationToken, ...memory } = journey;
  try {
    const identity = await finishOidc(new URL(request.url).search, memory);
    const ip = clientAddress(request);
    const outcome = await signInWithIdentity({ identity, invitationToken: invitationToken ?? undefined, ip });
    if ("refusal" in outcome) return backToSignIn({ failed: outcome.refusal }, next, [forget]);
    const { userId, isCodeNeeded } = outcome;
    if (isCodeNeeded) return backToSignIn({ step: "code" }, next, [forget, sealCookie(codeStepCookie, { userId })]);
    const { sessionId } = await startSession(request, { userId });
    return redirect(pathOf(next), [forget, await newSessionCookie(sessionId, sessionMsMax / 1000)]);
  } catch (error) {
    if (!(error instanceof OidcFailure)) throw error;
    return backToSignIn({ failed: error.reason }, next, [forget]);
  }
}

/** The way to the identity provider; a link, since pages may send forms to nobody but this server. */
export const oidcStartHandlers = adminPath("/api/auth/oidc/start", {
  GET: operation({
    authenticate: anyone,
    read: ({ request }) => {
      const { searchParams } = new URL(request.url);
      return { next: searchParams.get("next"), invitationToken: searchParams.get("invitation") };
    },
    run: leave,
    serialize: (response) => response,
  }),
});

/** The way back. */
export const oidcCallbackHandlers = adminPath("/api/auth/oidc/callback", {
  GET: operation({
    authenticate: anyone,
    read: ({ request }) => request,
    run: comeBack,
    serialize: (response) => response,
  }),
});
