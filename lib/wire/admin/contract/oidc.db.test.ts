import { randomBytes, randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { hashToken } from "@/lib/auth/mail-token";
import { startOidcProvider } from "@/lib/auth/testing/oidc-provider";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { cookiesOf, makeUser, nextClient, password, submitSignIn } from "@/lib/wire/testing/admin-people";
import { makeReady } from "@/lib/wire/testing/harness";

const provider = await startOidcProvider();
vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.stubEnv("OIDC_ISSUER", provider.issuer);
vi.stubEnv("OIDC_CLIENT_ID", provider.clientId);
vi.stubEnv("OIDC_CLIENT_SECRET", provider.clientSecret);
vi.stubEnv("OIDC_NAME", "Example ID");
vi.stubEnv("ENABLE_EMAIL_SERVER", "true");
vi.stubEnv("EMAIL_HOST", "127.0.0.1");
vi.stubEnv("EMAIL_PORT", "9");
vi.stubEnv("EMAIL_FROM", "mien@faces.example");
provideDatabase();

let send: ReturnType<typeof sender>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
});
afterEach(() => {
  provider.spoil = (claims) => claims;
  provider.declines = false;
});
afterAll(() => provider.close());

const newPerson = (told: object = {}) => {
  const sub = randomUUID();
  return { sub, email: `${sub}@example.org`, email_verified: true, given_name: "Olga", family_name: "Berg", ...told };
};

/** Goes to the provider and comes back to the callback; without following where that leads. */
async function travel(person: object, query = ""): Promise<{ callback: URL; cookie: string }> {
  provider.person = { ...person };
  const left = await send("GET", `/api/auth/oidc/start${query}`);
  expect(left.status).toBe(303);
  const answer = await fetch(left.headers.get("location") ?? "", { redirect: "manual" });
  return { callback: new URL(answer.headers.get("location") ?? ""), cookie: cookiesOf(left) };
}

const arrive = ({ callback: { pathname, search }, cookie }: { callback: URL; cookie: string }) =>
  send("GET", `${pathname}${search}`, { cookie, headers: { "x-mien-peer": nextClient() } });
const signIn = async (person: object, query = "") => arrive(await travel(person, query));
const placeOf = (response: Response) => response.headers.get("location");
const meOf = async (response: Response) => (await send("GET", "/api/admin/me", { cookie: cookiesOf(response) })).json();
const hasSession = (response: Response) => /session-token=[^;]/.test(cookiesOf(response));

describe("a sign-in through the provider", () => {
  it("is offered by its name", async () => {
    expect(await (await send("GET", "/api/admin/options")).json()).toMatchObject({ oidcName: "Example ID" });
  });

  it("makes an account the first time and finds it again by the provider's id, whatever the address is then", async () => {
    const person = newPerson();
    const first = await signIn(person);
    expect(placeOf(first)).toBe("/applications");
    const me = await meOf(first);
    expect(me).toMatchObject({ email: person.email, firstName: "Olga", lastName: "Berg" });
    const again = await signIn({ ...person, email: `moved-${person.email}`, email_verified: false });
    expect((await meOf(again)).id).toBe(me.id);
    expect(await db().user.findUnique({ where: { id: me.id } })).toMatchObject({
      status: "ACTIVE",
      passwordHash: null,
    });
  });

  it("makes the first account of an installation its owner", async () => {
    await db().user.deleteMany();
    expect(await meOf(await signIn(newPerson()))).toMatchObject({ globalRole: "OWNER" });
    expect(await meOf(await signIn(newPerson()))).toMatchObject({ globalRole: "USER" });
  });

  it("asks for the address where the ID token does not tell it", async () => {
    const person = newPerson({ isToldLater: true });
    expect(await meOf(await signIn(person))).toMatchObject({ email: person.email });
  });

  it("leads back to the page that asked, and to no other site", async () => {
    expect(placeOf(await signIn(newPerson(), "?next=/services/1%3Ftab=2"))).toBe("/services/1?tab=2");
    for (const next of ["https://evil.example/", "//evil.example", "/%5Cevil.example"]) {
      expect(placeOf(await signIn(newPerson(), `?next=${next}`))).toBe("/applications");
    }
  });

  it("makes one account of two that come for the first time at the same moment", async () => {
    const person = newPerson();
    const journeys = [await travel(person), await travel(person)];
    const answers = await Promise.all(journeys.map(arrive));
    const ids = await Promise.all(answers.map(async (answer) => (await meOf(answer)).id));
    expect(new Set(ids).size).toBe(1);
    expect(await db().user.count({ where: { email: person.email } })).toBe(1);
  });

  it("is written down", async () => {
    const { id } = await meOf(await signIn(newPerson()));
    const events = await db().auditEvent.findMany({ where: { objectId: id }, orderBy: { at: "asc" } });
    expect(events.map(({ action, result }) => `${action} ${result}`)).toEqual([
      "user.sign_up success",
      "session.sign_in success",
    ]);
  });
});

describe("an account that has the address already", () => {
  it("is opened when the provider checked the address, and its owner is told", async () => {
    const user = await makeUser();
    expect((await meOf(await signIn(newPerson({ email: user.email })))).id).toBe(user.id);
    expect(await db().outbox.count({ where: { to: user.email } })).toBe(1);
    expect((await submitSignIn(send, { email: user.email, password })).status).toBe(200);
  });

  it.each([{ email_verified: false }, { email_verified: undefined }, { email_verified: "no" }])(
    "stays closed when the provider says %j",
    async (told) => {
      const user = await makeUser();
      const answer = await signIn(newPerson({ email: user.email, ...told }));
      expect(placeOf(answer)).toBe("/sign-in?failed=address_unconfirmed");
      expect(hasSession(answer)).toBe(false);
      expect(await db().externalIdentity.count({ where: { userId: user.id } })).toBe(0);
    },
  );

  it("that nobody proved becomes that of the person with the address, without the password it had", async () => {
    const user = await makeUser({ status: "UNVERIFIED" });
    const me = await meOf(await signIn(newPerson({ email: user.email })));
    expect(me).toMatchObject({ id: user.id, firstName: "Olga" });
    expect((await submitSignIn(send, { email: user.email, password })).status).toBe(401);
  });

  it("stays closed while it is disabled, and after it was", async () => {
    const disabled = await makeUser({ status: "DISABLED" });
    expect(placeOf(await signIn(newPerson({ email: disabled.email })))).toBe("/sign-in?failed=disabled");
    const person = newPerson();
    const { id } = await meOf(await signIn(person));
    await db().user.update({ where: { id }, data: { status: "DISABLED" } });
    expect(placeOf(await signIn(person))).toBe("/sign-in?failed=disabled");
  });
});

describe("an address that the provider did not check", () => {
  it("makes no account", async () => {
    const person = newPerson({ email_verified: false });
    expect(placeOf(await signIn(person))).toBe("/sign-in?failed=address_unconfirmed");
    expect(placeOf(await signIn({ ...person, email: undefined }))).toBe("/sign-in?failed=address_missing");
    expect(await db().user.count({ where: { email: person.email } })).toBe(0);
  });
});

describe("an invitation", () => {
  async function invite(email: string) {
    const token = randomBytes(32).toString("base64url");
    const { id: applicationId } = await db().application.create({ data: { name: email } });
    const expiresAt = new Date(Date.now() + 60_000);
    const data = { applicationId, email, role: "USER", tokenHash: hashToken(token), expiresAt } as const;
    await db().invitation.create({ data });
    return { token, applicationId };
  }

  it("is accepted by who comes from the provider with its address", async () => {
    const person = newPerson();
    const { applicationId } = await invite(person.email);
    const { id: userId } = await meOf(await signIn(person));
    expect(await db().membership.count({ where: { userId, applicationId } })).toBe(1);
  });

  it("vouches with its link for an address that the provider did not check, and for no other", async () => {
    const [person, stranger] = [newPerson({ email_verified: false }), newPerson({ email_verified: false })];
    const { token } = await invite(person.email);
    expect(placeOf(await signIn(stranger, `?invitation=${token}`))).toBe("/sign-in?failed=address_unconfirmed");
    expect(await meOf(await signIn(person, `?invitation=${token}`))).toMatchObject({ email: person.email });
  });
});

describe("an answer that is not believed", () => {
  const failed = "/sign-in?failed=provider";

  it.each([
    ["of another issuer", { iss: "http://127.0.0.1:1" }],
    ["for another client", { aud: "other" }],
    ["for another sign-in", { nonce: "other" }],
    ["that expired", { exp: 1 }],
  ])("is a token %s", async (_, changed) => {
    provider.spoil = (claims) => ({ ...claims, ...changed });
    const answer = await signIn(newPerson());
    expect(placeOf(answer)).toBe(failed);
    expect(hasSession(answer)).toBe(false);
  });

  it("is one with another state, and one that comes twice", async () => {
    const journey = await travel(newPerson());
    const callback = new URL(journey.callback);
    callback.searchParams.set("state", "other");
    expect(placeOf(await arrive({ ...journey, callback }))).toBe(failed);
    expect(placeOf(await arrive(journey))).toBe("/applications");
    expect(placeOf(await arrive(journey))).toBe(failed);
  });

  it("is one that another browser began", async () => {
    const [mine, theirs] = [await travel(newPerson()), await travel(newPerson())];
    expect(placeOf(await arrive({ ...theirs, cookie: "" }))).toBe("/sign-in?failed=expired");
    expect(placeOf(await arrive({ ...theirs, cookie: mine.cookie }))).toBe(failed);
  });

  it("is told apart from one that the person declined", async () => {
    provider.declines = true;
    expect(placeOf(await signIn(newPerson(), "?next=/profile"))).toBe("/sign-in?failed=declined&next=%2Fprofile");
  });
});

describe("a second factor", () => {
  async function withFactor() {
    const person = newPerson();
    const cookie = cookiesOf(await signIn(person));
    const { secret } = await (await send("POST", "/api/admin/me/second-factor", { cookie })).json();
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = totp.generate();
    const body = { code };
    const confirmed = await send("POST", "/api/admin/me/second-factor/confirm", { cookie, body });
    const { recoveryCodes } = await confirmed.json();
    return { person, usedCode: code, recoveryCode: String(recoveryCodes[0]) };
  }

  const confirm = (cookie: string, code: string) =>
    send("POST", "/api/admin/sign-in/code", { cookie, body: { code }, headers: { "x-mien-peer": nextClient() } });

  it("is asked for after the provider too, and its codes are good once", async () => {
    const { person, usedCode, recoveryCode } = await withFactor();
    const answer = await signIn(person, "?next=/profile");
    expect(placeOf(answer)).toBe("/sign-in?step=code&next=%2Fprofile");
    expect(hasSession(answer)).toBe(false);
    const cookie = cookiesOf(answer);
    expect((await confirm(cookie, usedCode)).status).toBe(401);
    const entered = await confirm(cookie, recoveryCode);
    expect(entered.status).toBe(204);
    expect(await meOf(entered)).toMatchObject({ email: person.email });
    expect((await confirm(cookie, recoveryCode)).status).toBe(401);
    expect((await confirm("", recoveryCode)).status).toBe(401);
  });
});

describe("an account without a password", () => {
  it("is deleted by its owner with its address typed", async () => {
    const person = newPerson();
    await makeUser({ globalRole: "OWNER" });
    const cookie = cookiesOf(await signIn(person));
    const remove = (body: object) => send("DELETE", "/api/admin/me", { cookie, body });
    expect((await remove({})).status).toBe(422);
    expect((await remove({ password: "x" })).status).toBe(422);
    expect((await remove({ email: "other@example.org" })).status).toBe(422);
    expect((await remove({ email: person.email })).status).toBe(204);
    expect(await db().user.count({ where: { email: person.email } })).toBe(0);
    expect(await db().externalIdentity.count({ where: { subject: person.sub } })).toBe(0);
  });

  it("gets one by the mail for forgotten passwords", async () => {
    const person = newPerson();
    await signIn(person);
    await send("POST", "/api/admin/password/forgot", { body: { email: person.email } });
    const mail = await db().outbox.findFirstOrThrow({ where: { to: person.email } });
    const token = /token=([\w-]{43})/.exec(mail.text ?? "")?.[1];
    const reset = await send("POST", "/api/admin/password/reset", { body: { token, password } });
    expect(reset.status).toBe(204);
    expect((await submitSignIn(send, { email: person.email, password })).status).toBe(200);
  });
});
