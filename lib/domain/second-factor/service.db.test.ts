import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { redeemCode } from "@/lib/domain/one-time-codes/service";
import { setPassword } from "@/lib/domain/passwords/service";
import type { Caller } from "@/lib/domain/policy/types";
import { createSession, readSession, verifyCredentials } from "@/lib/domain/sessions/service";
import { emailSchema } from "@/lib/domain/users/schema";
import { resetSecondFactor } from "@/lib/domain/users/service";
import type { Role } from "@/lib/domain/users/types";
import {
  beginEnrolment,
  confirmEnrolment,
  disableSecondFactor,
  readSignInMethods,
  renewRecoveryCodes,
  resetSecondFactorOf,
} from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

const start = new Date("2026-11-20T00:00:00Z");
const stepMs = 30_000;
const at = (step: number) => new Date(start.getTime() + step * stepMs);
const password = "correct horse battery";
let passwordHash = "";
beforeEach(async () => {
  passwordHash ||= await hashPassword(password);
});
afterEach(async () => {
  await db().user.deleteMany();
  await db().signInThrottle.deleteMany();
});

async function person(name: string, globalRole: Role = "USER", hash: string | null = passwordHash): Promise<Caller> {
  const row = { email: `${name}@example.org`, firstName: "Anna", lastName: "Kim", passwordHash: hash, globalRole };
  const { id: userId, ...user } = await db().user.create({ data: { ...row, status: "ACTIVE" } });
  return { ...user, userId, sessionId: await sessionOf(userId) };
}

const sessionOf = async (userId: string) =>
  (await createSession({ userId, ip: null, userAgent: null }, new Date())).sessionId;
const codeAt = (secret: string, step: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at(step).getTime() });
const wrongCode = (secret: string) => {
  const near = [-1, 0, 1, 2].map((step) => codeAt(secret, step));
  return ["000000", "111111", "222222", "333333", "444444"].find((code) => !near.includes(code)) ?? "";
};

/** Somebody with a factor in force, enrolled with the code of step 0. */
async function enrolled(name = "anna", globalRole: Role = "USER") {
  const caller = await person(name, globalRole);
  const { secret } = await beginEnrolment(caller, { password }, start);
  const { recoveryCodes } = await confirmEnrolment(caller, { code: codeAt(secret, 0) }, start);
  return { caller, secret, recoveryCodes };
}

const signIn = (email: string, code?: string, now = at(1), given = password) =>
  verifyCredentials({ email, password: given, ip: null, ...(code !== undefined && { code }) }, now);
const refused = (name: string) => ({ code: "invalid_request", fields: [expect.objectContaining({ name })] });

describe("enrolment", () => {
  it("changes nothing for sign-in before its first code", async () => {
    const caller = await person("anna");
    await beginEnrolment(caller, { password }, start);
    expect(await signIn(caller.email)).toEqual({ userId: caller.userId });
    expect((await readSignInMethods(caller)).secondFactor).toBeNull();
  });

  it("asks for the password and refuses a wrong first code", async () => {
    const caller = await person("anna");
    await expect(beginEnrolment(caller, { password: "wrong" }, start)).rejects.toMatchObject(refused("password"));
    await expect(beginEnrolment(caller, {}, start)).rejects.toMatchObject(refused("password"));
    const { secret } = await beginEnrolment(caller, { password }, start);
    await expect(confirmEnrolment(caller, { code: wrongCode(secret) }, start)).rejects.toMatchObject(refused("code"));
    expect((await readSignInMethods(caller)).secondFactor).toBeNull();
  });

  it("gives ten recovery codes, keeps neither them nor the secret readable, and ends the other sessions", async () => {
    const caller = await person("anna");
    const elsewhere = await sessionOf(caller.userId);
    const { secret } = await beginEnrolment(caller, { password }, start);
    const { recoveryCodes } = await confirmEnrolment(caller, { code: codeAt(secret, 0) }, start);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await readSession(elsewhere)).toBeNull();
    expect(await readSession(caller.sessionId)).not.toBeNull();
    const rows = [
      await db().totpSecret.findMany(),
      await db().recoveryCode.findMany(),
      await db().auditEvent.findMany(),
    ];
    const stored = JSON.stringify(rows, (_, value) =>
      typeof value === "bigint"
        ? String(value)
        : value instanceof Uint8Array
          ? Buffer.from(value).toString("latin1")
          : value,
    );
    for (const word of [secret, ...recoveryCodes]) expect(stored).not.toContain(word);
    expect(await readSignInMethods(caller)).toEqual({
      hasPassword: true,
      secondFactor: { enabledAt: start, recoveryCodesLeft: 10 },
    });
  });

  it("is refused while a factor is in force", async () => {
    const { caller } = await enrolled();
    await expect(beginEnrolment(caller, { password }, at(1))).rejects.toMatchObject({ code: "conflict" });
  });

  it("needs no password of an account that has none", async () => {
    const caller = await person("olga", "USER", null);
    const { secret } = await beginEnrolment(caller, {}, start);
    await confirmEnrolment(caller, { code: codeAt(secret, 0) }, start);
    await disableSecondFactor(caller, { code: codeAt(secret, 1) }, at(1));
    expect(await readSignInMethods(caller)).toEqual({ hasPassword: false, secondFactor: null });
  });
});

describe("signing in with a factor", () => {
  it("asks for a code only after the right password", async () => {
    const { caller } = await enrolled();
    expect(await signIn(caller.email)).toBe("code_needed");
    expect(await signIn(caller.email, undefined, at(1), "wrong")).toBeNull();
  });

  it("takes the code of this step and its neighbours, and none with a wrong password", async () => {
    const { caller, secret } = await enrolled();
    expect(await signIn(caller.email, codeAt(secret, 2), at(2), "wrong")).toBeNull();
    expect(await signIn(caller.email, codeAt(secret, 1), at(2))).toEqual({ userId: caller.userId });
    expect(await signIn(caller.email, codeAt(secret, 3), at(2))).toEqual({ userId: caller.userId });
    expect(await signIn(caller.email, codeAt(secret, 9), at(7))).toBeNull();
  });

  it("takes no code twice, that of the enrolment included, nor an earlier one", async () => {
    const { caller, secret } = await enrolled();
    expect(await signIn(caller.email, codeAt(secret, 0), at(0))).toBeNull();
    expect(await signIn(caller.email, codeAt(secret, 2), at(2))).not.toBeNull();
    expect(await signIn(caller.email, codeAt(secret, 2), at(2))).toBeNull();
    expect(await signIn(caller.email, codeAt(secret, 1), at(2))).toBeNull();
  });

  it("lets one of eight in that bring the same code at the same moment", async () => {
    const { caller, secret, recoveryCodes } = await enrolled();
    for (const code of [codeAt(secret, 2), recoveryCodes[0] ?? ""]) {
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => signIn(caller.email, code, at(2))));
      expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
      await db().signInThrottle.deleteMany();
    }
  });

  it("takes each recovery code once, however it is written", async () => {
    const { caller, recoveryCodes } = await enrolled();
    const [first = "", second = ""] = recoveryCodes;
    expect(await signIn(caller.email, first)).not.toBeNull();
    expect(await signIn(caller.email, first)).toBeNull();
    expect(await signIn(caller.email, ` ${second.toLowerCase().replaceAll("-", " ")} `)).not.toBeNull();
    expect((await readSignInMethods(caller)).secondFactor?.recoveryCodesLeft).toBe(8);
    const events = await db().auditEvent.findMany({
      where: { action: "second_factor.use_recovery_code", objectId: caller.userId },
    });
    expect(events).toHaveLength(2);
  });

  it("takes no recovery code of somebody else", async () => {
    const [{ recoveryCodes }, { caller }] = [await enrolled("anna"), await enrolled("bo")];
    expect(await signIn(caller.email, recoveryCodes[0])).toBeNull();
  });

  it("waits after ten wrong codes, with the right one too, which neither the password nor a new one ends", async () => {
    const { caller, secret } = await enrolled();
    const actor = { userId: caller.userId, label: caller.email, ip: null };
    for (let count = 0; count < 10; count += 1) expect(await redeemCode(actor, "12345", at(1))).toBe(false);
    expect(await signIn(caller.email)).toBe("code_needed");
    const next = "quite another 39 lamps";
    await setPassword(commandLineActor, { email: emailSchema.parse(caller.email), password: next }, at(1));
    expect(await signIn(caller.email, codeAt(secret, 1), at(1), next)).toBeNull();
    expect(await signIn(caller.email, codeAt(secret, 3), at(3), next)).toEqual({ userId: caller.userId });
  });

  it("is asked for after a new password too", async () => {
    const { caller } = await enrolled();
    const next = "quite another 39 lamps";
    await setPassword(commandLineActor, { email: emailSchema.parse(caller.email), password: next }, at(1));
    expect(await signIn(caller.email, undefined, at(1), next)).toBe("code_needed");
  });

  it("writes refusals down without the code", async () => {
    const { caller, secret } = await enrolled();
    const code = wrongCode(secret);
    await signIn(caller.email, code);
    const events = await db().auditEvent.findMany({ where: { objectId: caller.userId, action: "session.sign_in" } });
    expect(events.map(({ result }) => result)).toEqual(["denied"]);
    expect(JSON.stringify(events)).not.toContain(code);
  });
});

describe("a change of the factor", () => {
  it.each(["password", "code", "recovery code"])("is confirmed by a %s, once", async (what) => {
    const { caller, secret, recoveryCodes } = await enrolled();
    const proofs: Record<string, object> = {
      password: { password },
      code: { code: codeAt(secret, 1) },
      "recovery code": { code: recoveryCodes[0]?.replaceAll("-", "") },
    };
    const elsewhere = await sessionOf(caller.userId);
    const { recoveryCodes: others } = await renewRecoveryCodes(caller, proofs[what] ?? {}, at(1));
    expect(await readSession(elsewhere)).toBeNull();
    expect(await signIn(caller.email, recoveryCodes[1])).toBeNull();
    expect(await signIn(caller.email, others[0])).not.toBeNull();
    await disableSecondFactor(caller, { password }, at(1));
    expect(await signIn(caller.email)).toEqual({ userId: caller.userId });
    expect(await db().recoveryCode.count({ where: { userId: caller.userId } })).toBe(0);
  });

  it("is refused without a proof and with a wrong one", async () => {
    const { caller, secret } = await enrolled();
    await expect(disableSecondFactor(caller, {}, at(1))).rejects.toMatchObject(refused("password"));
    await expect(disableSecondFactor(caller, { password: "wrong" }, at(1))).rejects.toMatchObject(refused("password"));
    const proof = { code: wrongCode(secret) };
    await expect(renewRecoveryCodes(caller, proof, at(1))).rejects.toMatchObject(refused("code"));
    expect(await signIn(caller.email)).toBe("code_needed");
  });
});

describe("the factor of a user who lost it", () => {
  it("is reset by administrators, which signs the user out and is written down", async () => {
    const { caller } = await enrolled();
    const admin = await person("root", "ADMINISTRATOR");
    await resetSecondFactor(admin, caller.userId, at(1));
    expect(await readSession(caller.sessionId)).toBeNull();
    expect(await signIn(caller.email)).toEqual({ userId: caller.userId });
    const where = { actorUserId: admin.userId, objectId: caller.userId, result: "success" };
    expect(await db().auditEvent.count({ where: { ...where, action: "second_factor.reset" } })).toBe(1);
    await expect(resetSecondFactor(admin, caller.userId, at(1))).rejects.toMatchObject({ code: "conflict" });
  });

  it("is no user's to reset, nor the owner's an administrator's, nor anybody's own", async () => {
    const [{ caller: owner }, { caller: admin }, user] = [
      await enrolled("o", "OWNER"),
      await enrolled("a", "ADMINISTRATOR"),
      await person("u"),
    ];
    for (const [by, of] of [
      [user, admin],
      [admin, owner],
      [admin, admin],
    ] as const) {
      await expect(resetSecondFactor(by, of.userId, at(1))).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db().totpSecret.count()).toBe(2);
  });

  it("is reset on the command line by address, the owner's too", async () => {
    const { caller } = await enrolled("o", "OWNER");
    await resetSecondFactorOf(commandLineActor, { email: emailSchema.parse(caller.email) }, at(1));
    expect(await signIn(caller.email)).toEqual({ userId: caller.userId });
    const nobody = { email: emailSchema.parse("nobody@example.org") };
    await expect(resetSecondFactorOf(commandLineActor, nobody)).rejects.toMatchObject({ code: "not_found" });
  });
});
