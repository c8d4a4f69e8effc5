import { Secret, TOTP } from "otpauth";
import { beforeAll, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { cookiesOf, makeUser, nextClient, password, signInAs, submitSignIn } from "@/lib/wire/testing/admin-people";
import { makeReady } from "@/lib/wire/testing/harness";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let send: ReturnType<typeof sender>;
let person: Awaited<ReturnType<typeof enrolled>>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
  person = await enrolled();
});

/** Somebody with a factor in force, by the requests that the pages send. */
async function enrolled() {
  const user = await makeUser();
  const cookie = await signInAs(send, user);
  const root = "/api/admin/me/second-factor";
  const { secret, uri } = await (await send("POST", root, { cookie, body: { password } })).json();
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = totp.generate();
  const confirmed = await send("POST", `${root}/confirm`, { cookie, body: { code } });
  const { recoveryCodes } = await confirmed.json();
  return { user, cookie, uri: String(uri), usedCode: code, recoveryCodes: recoveryCodes as string[] };
}

const isSignedIn = (response: Response) => /session-token=[^;]/.test(cookiesOf(response));

it("the right password alone is answered with the wish for a code and no session", async () => {
  const { user, recoveryCodes } = person;
  const sessions = await db().session.count({ where: { userId: user.id } });
  const asked = await submitSignIn(send, { email: user.email, password });
  expect([asked.status, await asked.json(), isSignedIn(asked)]).toEqual([200, { next: "code" }, false]);
  expect(await db().session.count({ where: { userId: user.id } })).toBe(sessions);
  const entered = await submitSignIn(send, { email: user.email, password, code: recoveryCodes[0] ?? "" });
  expect(isSignedIn(entered)).toBe(true);
});

it("a wrong code, a used one, an empty one and a wrong password with a good code get one answer", async () => {
  const { user, usedCode, recoveryCodes } = person;
  const answers: string[] = [];
  for (const given of [
    { password, code: "12345" },
    { password, code: usedCode },
    { password, code: "" },
    { password, code: "x".repeat(5000) },
    { password: "wrong", code: recoveryCodes[1] ?? "" },
    { password: "wrong" },
  ]) {
    const answer = await submitSignIn(send, { email: user.email, ...given });
    expect(isSignedIn(answer)).toBe(false);
    answers.push(`${answer.status} ${await answer.text()}`);
  }
  expect(answers[0]).toMatch(/^401 /);
  expect(new Set(answers).size).toBe(1);
});

it("asking for the code counts against no limit", async () => {
  const { user } = person;
  const client = { "x-mien-peer": nextClient() };
  for (let count = 0; count < 12; count += 1) {
    expect((await submitSignIn(send, { email: user.email, password }, client)).status).toBe(200);
  }
});

it("the profile tells that it is on and never the secret again", async () => {
  const { cookie, uri, recoveryCodes } = person;
  const shown = await (await send("GET", "/api/admin/me/sign-in-methods", { cookie })).text();
  expect(JSON.parse(shown)).toEqual({
    hasPassword: true,
    secondFactor: { enabledAt: expect.any(String), recoveryCodesLeft: expect.any(Number) },
  });
  for (const word of [new URL(uri).searchParams.get("secret") ?? uri, ...recoveryCodes])
    expect(shown).not.toContain(word);
});
