import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import type { User } from "@/lib/db/generated/client";
import type { sender } from "./admin-app";

export const password = "wet-paint-on-7-doors";
let passwordHash: Promise<string> | undefined;

/** A user of the database, active unless told otherwise, with `password`. */
export async function makeUser(changed: Partial<Omit<User, "passwordHash">> = {}): Promise<User> {
  const id = randomUUID();
  passwordHash ??= hashPassword(password);
  const person = { id, email: `${id}@example.org`, firstName: "Anna", lastName: "Kim", status: "ACTIVE" } as const;
  return db().user.create({ data: { ...person, ...changed, passwordHash: await passwordHash } });
}

/** The `Cookie` header that a browser would send after this answer. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}

let clients = 0;
/** Another network address each time, so that tests do not wait for each other's limits. */
export function nextClient(): string {
  clients += 1;
  return `192.0.${Math.floor(clients / 250)}.${clients % 250}`;
}

/** Signs in as a page does: the token first, then the form. */
export async function submitSignIn(
  send: ReturnType<typeof sender>,
  credentials: Readonly<Record<string, string>>,
  client: Readonly<Record<string, string>> = { "x-mien-peer": nextClient() },
): Promise<Response> {
  const csrf = await send("GET", "/api/auth/csrf");
  const { csrfToken } = await csrf.json();
  const body = new URLSearchParams({ callbackUrl: "http://localhost:8000", ...credentials, csrfToken, json: "true" });
  return send("POST", "/api/auth/callback/credentials", {
    body: body.toString(),
    cookie: cookiesOf(csrf),
    headers: { "content-type": "application/x-www-form-urlencoded", ...client },
  });
}

/** @returns the `Cookie` header of the new session */
export async function signInAs(send: ReturnType<typeof sender>, { email }: Pick<User, "email">): Promise<string> {
  return cookiesOf(await submitSignIn(send, { email, password }));
}
