import { z } from "zod/mini";
import { api, nothing } from "./api";
import { readProblem } from "./problem";

const csrfAnswer = z.object({ csrfToken: z.string() });

const failure = "E-mail or password is wrong.";

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the second factor, once it was asked for. */
  readonly code?: string;
}

const codeFailure = "The code is wrong or was used already, or there were too many tries.";
const outcome = z.object({ next: z.optional(z.literal("code")) });

/**
 * Starts a session: its cookie comes with the answer. Throws one text for every reason not to.
 *
 * @returns whether a code is asked for besides, and no session was started
 */
export async function signIn(credentials: Credentials): Promise<{ readonly isCodeNeeded: boolean }> {
  const { csrfToken } = await api("/api/auth/csrf", { schema: csrfAnswer });
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...credentials, csrfToken, json: "true", callbackUrl: window.location.origin }),
  });
  if (response.status === 401) throw new Error(credentials.code === undefined ? failure : codeFailure);
  if (!response.ok) throw await readProblem(response);
  return { isCodeNeeded: outcome.parse(await response.json()).next === "code" };
}

/** The code of the second factor, after the identity provider has vouched for somebody. */
export const confirmSignIn = (code: string) =>
  api("/api/admin/sign-in/code", { schema: nothing, method: "POST", body: { code } });

export const signOut = () => api("/api/admin/sign-out", { schema: nothing, method: "POST" });
