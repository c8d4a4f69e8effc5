import NextAuth, { type AuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { config, trustRequestHost } from "@/lib/config/env";
import { deriveKey } from "@/lib/config/secrets";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { CapturedResponse } from "./captured-response";
import { readCookies } from "./cookies";
import { isSecure, setCookieHeader } from "./set-cookie";

/** What next-auth asks the domain. */
export interface SessionStore {
  /** A new session, what is asked for besides the password, or null for whatever reason there is none. */
  readonly signIn: (
    credentials: Readonly<Record<string, string>>,
  ) => Promise<{ readonly sessionId: string } | "code_needed" | null>;
  readonly isAlive: (sessionId: string) => Promise<boolean>;
  readonly end: (sessionId: string) => Promise<void>;
  readonly secondsMax: number;
}

export interface AuthRequest {
  readonly request: Request;
  /** What follows `/api/auth/`. */
  readonly segments: readonly string[];
  readonly body: Readonly<Record<string, string>>;
}

/** Browsers take a cookie with the prefix only over https. */
const cookieName = () => `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;
const secret = () => deriveKey("session").toString("base64url");

/** Words for the log that say nothing new: a session that ended is no fault, and the rest is answered to the client. */
const unremarkable: ReadonlySet<string> = new Set(["JWT_SESSION_ERROR", "INVALID_CALLBACK_URL_ERROR"]);

/** What a sign-in came to that next-auth has no words for. */
type Aside = { readonly error: unknown } | "code_needed";

function optionsFor(store: SessionStore, note: (aside: Aside) => void): AuthOptions {
  return {
    secret: secret(),
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: store.secondsMax },
    // Never shown, since nothing leads there; without them next-auth would offer pages of its own.
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [credentialsProvider(store, note)],
    callbacks: {
      // The cookie holds nothing but the id of a session row. Throwing is how next-auth is told to clear the cookie
      // of a row that is gone; without it a copied cookie would be good until it expires.
      jwt: async ({ token, user }) => {
        if (user !== undefined) return { sid: user.id };
        if (!(await store.isAlive(String(token.sid)))) throw new Error("the session has ended");
        return { sid: token.sid };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => store.end(String(token?.sid)) },
    logger: {
      error: (code) => void (unremarkable.has(code) || logger.error({ event: "next-auth", code })),
      warn: (code) => logger.warn({ event: "next-auth", code }),
      debug: () => undefined,
    },
  };
}

function credentialsProvider(store: SessionStore, note: (aside: Aside) => void) {
  const credentials = { email: {}, password: {}, code: {} };
  const authorize = async (given: Record<string, string> | undefined) => {
    try {
      const outcome = await store.signIn(given ?? {});
      if (outcome === "code_needed") note(outcome);
      return outcome === null || outcome === "code_needed" ? null : { id: outcome.sessionId };
    } catch (error) {
      // Next-auth would put the text of the error into an address and answer 401.
      note({ error });
      return null;
    }
  };
  return CredentialsProvider({ credentials, authorize });
}

interface NodeStyleRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}

// Its handler for routes reads the body without a limit and works inside of Next alone; the one for Node-style
// requests needs no more of its arguments than this.
const run = NextAuth as unknown as (
  request: NodeStyleRequest,
  response: CapturedResponse,
  options: AuthOptions,
) => Promise<void>;

/** Where the browser sees this server: the configured address when it is https, else whatever host was asked. */
function seenAs(request: Request): { readonly host: string; readonly protocol: string } {
  const { host, protocol } = new URL(config().publicUrl);
  if (isSecure()) return { host, protocol: protocol.replace(":", "") };
  return { host: request.headers.get("host") ?? host, protocol: "http" };
}

/** Lets next-auth answer. @throws AppError `forbidden` for a form without its token; whatever `store.signIn` threw */
export async function answerNextAuth(store: SessionStore, { request, segments, body }: AuthRequest): Promise<Response> {
  trustRequestHost();
  const asides: Aside[] = [];
  const options = optionsFor(store, (aside) => asides.push(aside));
  const { host, protocol } = seenAs(request);
  const response = new CapturedResponse();
  const query = { ...Object.fromEntries(new URL(request.url).searchParams), nextauth: segments };
  const headers = { ...Object.fromEntries(request.headers), "x-forwarded-host": host, "x-forwarded-proto": protocol };
  const cookies = readCookies(request.headers);
  await run({ method: request.method, query, headers, cookies, body }, response, options);
  const [aside] = asides;
  if (aside === "code_needed") return Response.json({ next: "code" });
  if (aside !== undefined) throw aside.error;
  // Next-auth calls a form without its token a success that leads to another page.
  if (response.says("/signin?csrf=true")) throw new AppError("forbidden", "Please load the page again and retry.");
  return response.toResponse();
}

/** The session id in the cookie of a request; null without a cookie of ours. Says nothing about the session's row. */
export async function sessionIdOf(headers: Headers): Promise<string | null> {
  const token = readCookies(headers)[cookieName()];
  if (token === undefined) return null;
  try {
    const claims = await decode({ token, secret: secret() });
    return typeof claims?.sid === "string" ? claims.sid : null;
  } catch {
    return null;
  }
}

const sessionCookie = (value: string, maxAgeS: number) =>
  setCookieHeader({ name: cookieName(), value, path: "/", maxAgeS });

/** Value of a `Set-Cookie` header that removes the session cookie. */
export const clearedSessionCookie = (): string => sessionCookie("", 0);

/** Value of a `Set-Cookie` header that signs in with this session, as next-auth's own would. */
export async function newSessionCookie(sessionId: string, maxAgeS: number): Promise<string> {
  return sessionCookie(await encode({ token: { sid: sessionId }, secret: secret(), maxAge: maxAgeS }), maxAgeS);
}
