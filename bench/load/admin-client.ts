export interface AdminClient {
  /** Asks with the cookies of the account. @throws when the answer is an error */
  readonly ask: (method: string, path: string, body?: object) => Promise<Response>;
}

interface Account {
  /** Origin of the server, as in its `PUBLIC_URL`. */
  readonly url: string;
  readonly email: string;
  readonly password: string;
}

/** Signs in at a running server as the browser does. */
export async function signInAt({ url, email, password }: Account): Promise<AdminClient> {
  const cookies = new Map<string, string>();
  const send = async (path: string, request: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, url), {
      ...request,
      headers: { ...request.headers, cookie, origin: url },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    if (!response.ok) throw new Error(`${request.method} ${path} answered ${response.status}`);
    return response;
  };
  const { csrfToken } = (await (await send("/api/auth/csrf", { method: "GET" })).json()) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email, password, json: "true", callbackUrl: url });
  await send("/api/auth/callback/credentials", { method: "POST", body: form });
  const headers = { "content-type": "application/json" };
  const ask: AdminClient["ask"] = (method, path, body) =>
    send(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { ask };
}
