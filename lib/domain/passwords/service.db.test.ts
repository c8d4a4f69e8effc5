import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import type { Caller } from "@/lib/domain/policy/types";
import { createSession, readSession, verifyCredentials } from "@/lib/domain/sessions/service";
import { requestResetInput } from "./schema";
import { changePassword, requestPasswordReset, resetPassword } from "./service";

provideDatabase();
beforeAll(() => {
  vi.stubEnv("ENABLE_EMAIL_SERVER", "true");
  vi.stubEnv("EMAIL_HOST", "127.0.0.1");
  vi.stubEnv("EMAIL_FROM", "mien@faces.example");
});
afterAll(() => void vi.unstubAllEnvs());

const start = new Date("2026-11-20T00:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);
const minuteMs = 60_000;
const email = "anna@example.org";
const oldPassword = "correct horse battery";
const newPassword = "another good sentence";

let userId = "";
beforeEach(async () => {
  for (const table of [db().user, db().outbox, db().signInThrottle])
    await (table as { deleteMany(): Promise<unknown> }).deleteMany();
  const passwordHash = await hashPassword(oldPassword);
  const person = { email, firstName: "Anna", lastName: "Kim", passwordHash, status: "ACTIVE" } as const;
  userId = (await db().user.create({ data: person })).id;
});

const open = async (): Promise<Caller> => {
  const { sessionId } = await createSession({ userId, ip: null, userAgent: null }, start);
  return (await readSession(sessionId, start))!;
};
const isAlive = async ({ sessionId }: Caller) => (await readSession(sessionId, start)) !== null;
const canEnter = async (password: string) => (await verifyCredentials({ email, password, ip: null }, start)) !== null;
const ask = (address: string, now = start) =>
  requestPasswordReset(requestResetInput.parse({ email: address }), null, now);
const tokens = async () =>
  (await db().outbox.findMany({ orderBy: { createdAt: "asc" } })).flatMap(
    ({ text }) => /token=([\w-]{43})/.exec(text)?.[1] ?? [],
  );

describe("changing the password", () => {
  it("ends the other sessions and keeps this one", async () => {
    const [here, elsewhere] = [await open(), await open()];
    await changePassword(here, { oldPassword, newPassword }, start);
    expect([await isAlive(here), await isAlive(elsewhere)]).toEqual([true, false]);
    expect([await canEnter(oldPassword), await canEnter(newPassword)]).toEqual([false, true]);
  });

  it.each([
    ["a wrong old password", { oldPassword: "wrong", newPassword }, "oldPassword"],
    ["a weak new one", { oldPassword, newPassword: "password1" }, "newPassword"],
  ])("with %s names the field and changes nothing", async (_, input, name) => {
    const [here, elsewhere] = [await open(), await open()];
    await expect(changePassword(here, input, start)).rejects.toMatchObject({
      code: "invalid_request",
      fields: [{ name }],
    });
    expect([await isAlive(elsewhere), await canEnter(oldPassword)]).toEqual([true, true]);
  });

  it("lets a borrowed session guess ten times, then makes it wait", async () => {
    const here = await open();
    for (let index = 0; index < 10; index += 1) {
      await expect(changePassword(here, { oldPassword: "wrong", newPassword }, start)).rejects.toThrow();
    }
    await expect(changePassword(here, { oldPassword, newPassword }, start)).rejects.toThrow();
    await changePassword(here, { oldPassword, newPassword }, later(minuteMs));
  });
});

describe("a mailed link", () => {
  it("sets the password once and signs out everywhere", async () => {
    const session = await open();
    await ask(email);
    const [token = ""] = await tokens();
    await resetPassword({ token, password: newPassword }, null, start);
    expect([await canEnter(newPassword), await canEnter(oldPassword), await isAlive(session)]).toEqual([
      true,
      false,
      false,
    ]);
    await expect(resetPassword({ token, password: oldPassword }, null, start)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is good for 60 minutes, and still is after a password that was too weak", async () => {
    await ask(email);
    const [token = ""] = await tokens();
    const reset = (password: string, now: Date) => resetPassword({ token, password }, null, now);
    await expect(reset("password1", start)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(reset(newPassword, later(60 * minuteMs))).rejects.toMatchObject({ code: "not_found" });
    await reset(newPassword, later(60 * minuteMs - 1));
  });

  it("voids the other links that were asked for", async () => {
    await ask(email);
    await ask(email, later(1000));
    const [first = "", second = ""] = await tokens();
    await resetPassword({ token: first, password: newPassword }, null, later(2000));
    await expect(resetPassword({ token: second, password: oldPassword }, null, later(2000))).rejects.toThrow();
  });

  it("ends the wait that strangers caused", async () => {
    for (let index = 0; index < 10; index += 1) await canEnter("wrong");
    await ask(email);
    const [token = ""] = await tokens();
    await resetPassword({ token, password: newPassword }, null, start);
    expect(await canEnter(newPassword)).toBe(true);
  });

  it.each(["UNVERIFIED", "DISABLED"] as const)("is not sent to an account that is %s", async (status) => {
    await db().user.update({ where: { id: userId }, data: { status } });
    await ask(email);
    await ask("nobody@example.org");
    expect(await db().outbox.count()).toBe(0);
  });

  it("does nothing for an account that was disabled meanwhile", async () => {
    await ask(email);
    const [token = ""] = await tokens();
    await db().user.update({ where: { id: userId }, data: { status: "DISABLED" } });
    await expect(resetPassword({ token, password: newPassword }, null, start)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
