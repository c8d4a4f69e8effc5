import { z } from "zod";
import { api, nothing } from "./api";
import { readProblem } from "./problem";

const csrfAnswer = z.object({ csrfToken: z.string() });

const failure = "E-mail or password is wrong.";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Starts a session: its cookie comes with the answer. Throws one text for every reason not to. */
export async function signIn(credentials: Credentials): Promise<void> {
  const { csrfToken } = await api("/api/auth/csrf", { schema: csrfAnswer });
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...credentials, csrfToken, json: "true", callbackUrl: window.location.origin }),
  });
  if (response.status === 401) throw new Error(failure);
  if (!response.ok) throw await readProblem(response);
}

export const signOut = () => api("/api/admin/sign-out", { schema: nothing, method: "POST" });
