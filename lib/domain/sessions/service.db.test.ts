import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { connectDatabase, db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import type { Caller } from "@/lib/domain/policy/types";
import { createSession, endOtherSessions, endSession, listSessions, readSession, verifyCredentials } from "./service";

const databaseUrl = provideDatabase();

const start = new Date("2026-11-20T00:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const email = "anna@example.org";
const password = "correct horse battery";

let userId = "";
beforeEach(async () => {
  const passwordHash = await hashPassword(password);
  const person = { email, firstName: "Anna", lastName: "Kim", passwordHash, status: "ACTIVE" } as const;
  userId = (await db().user.create({ data: person })).id;
});
afterEach(async () => {
  await db().user.deleteMany();
  await db().signInThrottle.deleteMany();
});

const enter = (given: string, now = start, ip: string | null = null) =>
  verifyCredentials({ email, password: given, ip }, now);
const fail = async (times: number, now = start, ip: string | null = null) => {
  for (let index = 0; index < times; index += 1) expect(await enter("wrong", now, ip)).toBeNull();
};
const failures = async () => (await db().signInThrottle.findMany()).map((row) => row.failures);

describe("verifyCredentials", () => {
  it("knows the right password, in whatever case the address is written", async () => {
    expect(await enter(password)).toEqual({ userId });
    expect(await verifyCredentials({ email: "ANNA@example.org", password, ip: null }, start)).toEqual({ userId });
  });

  it.each([
    ["nobody's address", "nobody@example.org", password],
    ["no address at all", "\r\n", password],
    ["the wrong password", email, "wrong"],
    ["an endless password", email, "a".repeat(100_000)],
  ])("refuses %s", async (_, address, given) => {
    expect(await verifyCredentials({ email: address, password: given, ip: null }, start)).toBeNull();
  });

  it.each(["UNVERIFIED", "DISABLED"] as const)("refuses an account that is %s", async (status) => {
    await db().user.update({ where: { id: userId }, data: { status } });
    expect(await enter(password)).toBeNull();
  });

  it("writes down who came in and who was refused, never a password", async () => {
    await enter("a wrong secret");
    await enter(password);
    const events = await db().auditEvent.findMany({ where: { objectId: userId }, orderBy: { at: "asc" } });
    expect(events.map(({ action, result }) => [action, result])).toEqual([
      ["session.sign_in", "denied"],
      ["session.sign_in", "success"],
    ]);
    expect(JSON.stringify(events)).not.toContain("secret");
  });
});

describe("an address with ten failures", () => {
  it("waits a minute, also with the right password and after a restart, and is then let in", async () => {
    await fail(9);
    expect(await enter(password)).not.toBeNull();
    await fail(10);
    expect(await enter(password, later(minuteMs - 1))).toBeNull();
    await connectDatabase(databaseUrl());
    expect(await enter(password, later(minuteMs - 1))).toBeNull();
    expect(await enter(password, later(minuteMs))).not.toBeNull();
    expect(await failures()).toEqual([]);
  });

  it("waits longer after each further failure, and tries during the wait do not count", async () => {
    await fail(10);
    await fail(1, later(minuteMs));
    await fail(5, later(2 * minuteMs));
    expect(await failures()).toEqual([11]);
    expect(await enter(password, later(3 * minuteMs - 1))).toBeNull();
    expect(await enter(password, later(3 * minuteMs))).not.toBeNull();
  });

  it("waits the same when nobody has it", async () => {
    const enterNobody = () => verifyCredentials({ email: "nobody@example.org", password, ip: null }, start);
    for (let index = 0; index < 12; index += 1) expect(await enterNobody()).toBeNull();
    expect(await failures()).toEqual([10]);
  });

  it("is checked ten times of thirty that come together", async () => {
    await Promise.all(Array.from({ length: 30 }, () => enter("wrong")));
    expect(await failures()).toEqual([10]);
  });
});

it("stops one network after thirty failures on any addresses, and no other network", async () => {
  const enterAs = (name: string, ip: string) =>
    verifyCredentials({ email: `${name}@example.org`, password, ip }, start);
  await Promise.all(Array.from({ length: 30 }, (_, index) => enterAs(`u${index}`, "203.0.113.9")));
  expect(await enterAs("anna", "203.0.113.9")).toBeNull();
  expect(await enterAs("anna", "203.0.113.10")).not.toBeNull();
  expect(await enter(password, later(5 * minuteMs), "203.0.113.9")).not.toBeNull();
});

describe("a session", () => {
  const open = async (now = start) => {
    const { sessionId } = await createSession({ userId, ip: "203.0.113.9", userAgent: "Browser\0 1" }, now);
    return sessionId;
  };
  const callerOf = async (sessionId: string): Promise<Caller> => (await readSession(sessionId, start))!;

  it("tells who is signed in, with the role as it is now", async () => {
    const sessionId = await open();
    await db().user.update({ where: { id: userId }, data: { globalRole: "ADMINISTRATOR" } });
    expect(await readSession(sessionId, start)).toEqual({
      userId,
      email,
      firstName: "Anna",
      lastName: "Kim",
      globalRole: "ADMINISTRATOR",
      sessionId,
    });
  });

  it("ends after 14 days, however much it is used", async () => {
    const sessionId = await open();
    expect(await readSession(sessionId, later(14 * dayMs - 1))).not.toBeNull();
    expect(await readSession(sessionId, later(14 * dayMs))).toBeNull();
  });

  it("is worth nothing once it was ended, the account disabled or deleted", async () => {
    const [ended, left] = [await open(), await open()];
    await endSession(ended);
    expect(await readSession(ended, start)).toBeNull();
    await db().user.update({ where: { id: userId }, data: { status: "DISABLED" } });
    expect(await readSession(left, start)).toBeNull();
    await db().user.delete({ where: { id: userId } });
    expect(await readSession(left, start)).toBeNull();
  });

  it.each(["", "no uuid", "00000000-0000-4000-8000-000000000000"])("that never was (%j) is nobody's", async (id) => {
    expect(await readSession(id, start)).toBeNull();
    await endSession(id);
  });

  it("notes its last use at most once a minute", async () => {
    const sessionId = await open();
    const lastSeen = async () => (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt;
    await readSession(sessionId, later(minuteMs));
    expect(await lastSeen()).toEqual(start);
    await readSession(sessionId, later(minuteMs + 1));
    expect(await lastSeen()).toEqual(later(minuteMs + 1));
  });

  it("ends all others of its user and nobody else's", async () => {
    const [kept, other] = [await open(), await open()];
    const strangers = await db().user.create({
      data: { email: "ben@example.org", firstName: "Ben", lastName: "Ek", passwordHash: "-", status: "ACTIVE" },
    });
    const { sessionId: strange } = await createSession({ userId: strangers.id, ip: null, userAgent: null }, start);
    await endOtherSessions(await callerOf(kept));
    expect(await readSession(other, start)).toBeNull();
    expect(await readSession(kept, start)).not.toBeNull();
    expect(await readSession(strange, start)).not.toBeNull();
    expect(await listSessions(await callerOf(kept), start)).toMatchObject([
      { id: kept, isCurrent: true, ip: "203.0.113.9", userAgent: "Browser 1" },
    ]);
  });
});
