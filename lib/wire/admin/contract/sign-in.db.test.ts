import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { logger } from "@/lib/observability/logger";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { cookiesOf, makeUser, nextClient, password, signInAs, submitSignIn } from "@/lib/wire/testing/admin-people";
import { makeReady } from "@/lib/wire/testing/harness";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let send: ReturnType<typeof sender>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
});

const statusOfMe = async (cookie: string) => (await send("GET", "/api/admin/me", { cookie })).status;

describe("signing in", () => {
  it("sets a cookie that scripts and other sites cannot use and that says nothing but the session's id", async () => {
    const user = await makeUser();
    const response = await submitSignIn(send, { email: user.email.toUpperCase(), password });
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie().find((text) => text.startsWith("next-auth.session-token="));
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    const me = await send("GET", "/api/admin/me", { cookie: cookiesOf(response) });
    expect(await me.json()).toEqual({
      id: user.id,
      email: user.email,
      firstName: "Anna",
      lastName: "Kim",
      globalRole: "USER",
    });
    expect(me.headers.get("cache-control")).toBe("no-store");
  });

  it("notes where the session was started", async () => {
    const user = await makeUser();
    const peer = nextClient();
    await submitSignIn(send, { email: user.email, password }, { "x-mien-peer": peer });
    expect(await db().session.findFirst({ where: { userId: user.id } })).toMatchObject({ ip: peer });
  });

  it("answers a wrong password, an unknown, an unverified and a disabled account alike", async () => {
    const [known, unverified, disabled] = await Promise.all([
      makeUser(),
      makeUser({ status: "UNVERIFIED" }),
      makeUser({ status: "DISABLED" }),
    ]);
    const answers = await Promise.all(
      [
        { email: known.email, password: "wrong wrong wrong" },
        { email: "nobody@example.org", password },
        { email: unverified.email, password },
        { email: disabled.email, password },
        { email: "not an address", password },
        { email: known.email, password: "x".repeat(5000) },
      ].map(async (credentials) => {
        const response = await submitSignIn(send, credentials);
        const names = response.headers.getSetCookie().map((text) => text.split("=")[0]);
        return { status: response.status, body: await response.text(), names };
      }),
    );
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.names).not.toContain("next-auth.session-token");
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it("leads to no other site afterwards", async () => {
    const { email } = await makeUser();
    const response = await submitSignIn(send, { email, password, callbackUrl: "https://evil.example/" });
    expect(new URL((await response.json()).url).host).toBe("localhost:8000");
  });

  it("is refused without the token and from another site, also with the right password", async () => {
    const { email } = await makeUser();
    const body = new URLSearchParams({ email, password, json: "true" }).toString();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const headers = { ...form, "x-mien-peer": nextClient() };
    const tokenless = await send("POST", "/api/auth/callback/credentials", { body, headers });
    const foreign = { ...headers, "sec-fetch-site": "cross-site" };
    const crossSite = await send("POST", "/api/auth/callback/credentials", { body, headers: foreign });
    for (const response of [tokenless, crossSite]) {
      expect(response.status).toBe(403);
      expect(cookiesOf(response)).not.toContain("session-token=");
    }
    expect(await db().session.count({ where: { user: { email } } })).toBe(0);
  });

  it("is refused after ten failures of one client, with the right password too, whatever it claims to be", async () => {
    // The clock stands still: no attempt comes back while the test runs.
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const peer = nextClient();
    const { email } = await makeUser();
    const attempt = (claim: number, given: string) => {
      const client = { "x-mien-peer": peer, "x-forwarded-for": `198.51.100.${claim}` };
      return submitSignIn(send, { email: claim < 5 ? email : `${claim}@example.org`, password: given }, client);
    };
    const statuses: number[] = [];
    for (let claim = 0; claim < 11; claim += 1) statuses.push((await attempt(claim, "wrong")).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    const refused = await attempt(0, password);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await refused.json()).toMatchObject({ code: "too_many_requests", status: 429 });
    expect((await submitSignIn(send, { email, password })).status).toBe(200);
  });

  it("that succeeds counts against no limit", async () => {
    const client = { "x-mien-peer": nextClient() };
    const { email } = await makeUser();
    for (let count = 0; count < 12; count += 1) {
      expect((await submitSignIn(send, { email, password }, client)).status).toBe(200);
    }
  });
});

describe("a session", () => {
  it("is dead for a copied cookie after signing out, which also clears the browser's", async () => {
    const cookie = await signInAs(send, await makeUser());
    expect(await statusOfMe(cookie)).toBe(200);
    const out = await send("POST", "/api/admin/sign-out", { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()).toEqual([expect.stringMatching(/^next-auth.session-token=; .*Max-Age=0/)]);
    expect(await statusOfMe(cookie)).toBe(401);
    const session = await send("GET", "/api/auth/session", { cookie });
    expect(await session.json()).toEqual({});
  });

  it("ends through next-auth's own way out too", async () => {
    const user = await makeUser();
    const signedIn = await submitSignIn(send, { email: user.email, password });
    const csrf = await send("GET", "/api/auth/csrf");
    const { csrfToken } = await csrf.json();
    const cookie = `${cookiesOf(signedIn)}; ${cookiesOf(csrf)}`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams({ csrfToken, json: "true" }).toString();
    await send("POST", "/api/auth/signout", { cookie, headers, body });
    expect(await statusOfMe(cookie)).toBe(401);
  });

  it("that ended leaves no error in the log", async () => {
    const error = vi.spyOn(logger, "error");
    const cookie = await signInAs(send, await makeUser());
    await db().session.deleteMany();
    await send("GET", "/api/auth/session", { cookie });
    expect(error).not.toHaveBeenCalled();
  });

  it.each(["", "next-auth.session-token=x", "next-auth.session-token=a.b.c.d.e", "other=1"])(
    "is not made of the cookie '%s'",
    async (cookie) => {
      const response = await send("GET", "/api/admin/me", { cookie });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: "unauthenticated", instance: "/api/admin/me" });
    },
  );
});

describe("on the next request", () => {
  it("a disabled account is out", async () => {
    const user = await makeUser();
    const cookie = await signInAs(send, user);
    await db().user.update({ where: { id: user.id }, data: { status: "DISABLED" } });
    expect(await statusOfMe(cookie)).toBe(401);
  });

  it("another global role counts", async () => {
    const user = await makeUser();
    const cookie = await signInAs(send, user);
    const make = (name: string) => send("POST", "/api/admin/applications", { cookie, body: { name } });
    expect((await make("before")).status).toBe(403);
    await db().user.update({ where: { id: user.id }, data: { globalRole: "ADMINISTRATOR" } });
    expect((await make("after")).status).toBe(201);
  });

  it("a new password has ended the other sessions and kept this one", async () => {
    const user = await makeUser();
    const [here, elsewhere] = [await signInAs(send, user), await signInAs(send, user)];
    const newPassword = "quite-another-39-lamps";
    const body = { oldPassword: password, newPassword };
    expect((await send("PUT", "/api/admin/me/password", { cookie: here, body })).status).toBe(204);
    expect(await statusOfMe(here)).toBe(200);
    expect(await statusOfMe(elsewhere)).toBe(401);
  });

  it("signing out the others has ended them", async () => {
    const user = await makeUser();
    const [here, elsewhere] = [await signInAs(send, user), await signInAs(send, user)];
    const listed = await (await send("GET", "/api/admin/me/sessions", { cookie: here })).json();
    expect(listed.items.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent).sort()).toEqual([false, true]);
    expect((await send("POST", "/api/admin/me/sessions/end-others", { cookie: here })).status).toBe(204);
    expect(await statusOfMe(here)).toBe(200);
    expect(await statusOfMe(elsewhere)).toBe(401);
  });
});
