import { beforeAll, expect, it, vi } from "vitest";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { cookiesOf, makeUser, password, submitSignIn } from "@/lib/wire/testing/admin-people";
import { makeReady } from "@/lib/wire/testing/harness";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.stubEnv("PUBLIC_URL", "https://faces.example.org/");
provideDatabase();

let send: ReturnType<typeof sender>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
});

it("keeps every cookie of an installation under https off plain http, the cleared one as well", async () => {
  const { email } = await makeUser();
  const csrf = await send("GET", "/api/auth/csrf");
  const signedIn = await submitSignIn(send, { email, password, callbackUrl: "https://faces.example.org/x" });
  expect(await signedIn.json()).toEqual({ url: "https://faces.example.org/x" });
  const cookie = cookiesOf(signedIn);
  expect(cookie).toContain("__Secure-next-auth.session-token=");
  expect((await send("GET", "/api/admin/me", { cookie })).status).toBe(200);
  const signedOut = await send("POST", "/api/admin/sign-out", { cookie });
  const set = [csrf, signedIn, signedOut].flatMap((response) => response.headers.getSetCookie());
  expect(set.length).toBeGreaterThan(3);
  for (const each of set) {
    expect(each).toMatch(/^__(Secure|Host)-/);
    expect(each).toMatch(/; Secure/);
  }
});

it("does not take the cookie without the prefix, which plain http could have planted", async () => {
  const { email } = await makeUser();
  const cookie = cookiesOf(await submitSignIn(send, { email, password })).replaceAll("__Secure-", "");
  expect((await send("GET", "/api/admin/me", { cookie })).status).toBe(401);
});
