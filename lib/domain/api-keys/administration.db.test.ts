import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { type Company, makeCompany, outcomeOf, trailOf } from "@/lib/domain/policy/testing/company";
import type { Caller } from "@/lib/domain/policy/types";
import { addApiKeyInput, rotateApiKeyInput } from "./schema";
import {
  addApiKey,
  listApiKeys,
  resolveApiKey,
  revealApiKey,
  revokeApiKey,
  rotateApiKey,
  rotatePrimaryKey,
} from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

const now = new Date("2026-11-20T12:00:00.000Z");
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let company: Company;
let serviceId: string;
let actor: Caller;
let primaryId: string;
beforeEach(async () => {
  company = await makeCompany();
  serviceId = company.serviceId;
  actor = company.callers.APPLICATION_ADMINISTRATOR;
  primaryId = (await db().apiKey.findFirstOrThrow({ where: { serviceId, isPrimary: true } })).id;
});

const isAccepted = async (key: string, at?: Date) => (await resolveApiKey(key, at)) !== null;
const rotate = (keyId: string, graceMinutes: number, at = now) => rotateApiKey({ actor, keyId, graceMinutes }, at);

describe("an extra key", () => {
  it("gives its own scopes, the primary key all of them", async () => {
    expect((await resolveApiKey(company.extraKey))?.keyScopes).toEqual(["read"]);
    expect((await resolveApiKey(company.key))?.keyScopes).toEqual(["read", "enrol", "delete"]);
  });

  it("works until it expires", async () => {
    const input = addApiKeyInput.parse({ name: "week", scopes: ["enrol"], expiresAt: "2026-11-20T14:00:00+01:00" });
    const { key, expiresAt } = await addApiKey({ actor, serviceId, ...input }, now);
    expect(expiresAt).toEqual(inMinutes(60));
    expect([await isAccepted(key, inMinutes(59)), await isAccepted(key, inMinutes(60))]).toEqual([true, false]);
  });

  it("is not made when it would have expired already", async () => {
    const input = { name: "past", scopes: ["read" as const], expiresAt: now };
    const attempt = addApiKey({ actor, serviceId, ...input }, now);
    await expect(attempt).rejects.toMatchObject({ code: "invalid_request", fields: [{ name: "expiresAt" }] });
    expect(await listApiKeys({ actor, serviceId })).toHaveLength(2);
  });

  it.each([
    ["no scope", { scopes: [] }],
    ["an unknown scope", { scopes: ["admin"] }],
    ["no name", { name: " " }],
    ["a date without zone", { expiresAt: "2026-11-20T14:00:00" }],
    ["a rank of its own", { isPrimary: true }],
  ])("cannot have %s", (_, change) => {
    expect(addApiKeyInput.safeParse({ name: "door", scopes: ["read"], ...change }).success).toBe(false);
  });

  it("has each scope once, in one order", () => {
    const { scopes } = addApiKeyInput.parse({ name: "door", scopes: ["delete", "read", "delete"] });
    expect(scopes).toEqual(["read", "delete"]);
  });
});

describe("listApiKeys", () => {
  it("shows the primary key first, and of no key more than its first characters", async () => {
    const items = await listApiKeys({ actor: company.callers.APPLICATION_USER, serviceId });
    expect(items).toMatchObject([
      { id: primaryId, isPrimary: true, prefix: company.key.slice(0, 8), scopes: ["read", "enrol", "delete"] },
      { id: company.keyId, isPrimary: false, name: "door", prefix: company.extraKey.slice(0, 8), scopes: ["read"] },
    ]);
    for (const item of items) {
      expect(Object.keys(item).sort()).toEqual([
        "createdAt",
        "expiresAt",
        "id",
        "isPrimary",
        "lastUsedAt",
        "name",
        "prefix",
        "revokedAt",
        "scopes",
      ]);
    }
    expect(JSON.stringify(items)).not.toContain(company.key.slice(9));
  });
});

describe("revealApiKey", () => {
  it("shows the key again and leaves one line in the trail, without the key", async () => {
    const reader = company.callers.APPLICATION_ADMINISTRATOR;
    expect(await revealApiKey({ actor: reader, keyId: primaryId })).toEqual({ key: company.key });
    const events = await db().auditEvent.findMany({ where: { actorUserId: reader.userId } });
    const expected = { action: "api_key.reveal", objectType: "api_key", objectId: primaryId, result: "success" };
    expect(events).toMatchObject([{ ...expected, actorLabel: reader.email, ip: "192.0.2.1" }]);
    expect(JSON.stringify(events)).not.toContain(company.key);
  });

  it("shows no key to a member who only uses the application, and notes the attempt", async () => {
    const reader = company.callers.APPLICATION_USER;
    await expect(revealApiKey({ actor: reader, keyId: primaryId })).rejects.toMatchObject({ code: "forbidden" });
    expect(await trailOf(reader)).toEqual(["api_key.reveal denied"]);
  });

  it("says conflict when the key was stored under another master key, and nothing of it", async () => {
    await db().apiKey.update({ where: { id: primaryId }, data: { keyCipher: new Uint8Array(65).fill(1) } });
    const error: unknown = await revealApiKey({ actor, keyId: primaryId }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "conflict" });
    expect(await trailOf(actor)).toEqual([]);
  });
});

describe("rotateApiKey", () => {
  it("puts a new primary key in force, and the old one ends with the grace period", async () => {
    const rotated = await rotate(primaryId, 30);
    expect(rotated).toMatchObject({ isPrimary: true, name: "primary", expiresAt: null, revokedAt: null });
    expect(rotated.key).not.toBe(company.key);
    expect(await isAccepted(rotated.key, inMinutes(31))).toBe(true);
    expect([await isAccepted(company.key, inMinutes(29)), await isAccepted(company.key, inMinutes(30))]).toEqual([
      true,
      false,
    ]);
    expect((await resolveApiKey(company.key, now))?.keyScopes).toEqual(["read", "enrol", "delete"]);
    expect(await trailOf(actor)).toEqual(["api_key.rotate success", "api_key.create success"]);
  });

  it("without a grace period ends the old key for the next request", async () => {
    const { key } = await rotateApiKey({ actor, keyId: primaryId, graceMinutes: 0 });
    expect([await isAccepted(company.key), await isAccepted(key)]).toEqual([false, true]);
  });

  it("keeps name, scopes and expiry of an extra key, and never lengthens its life", async () => {
    await db().apiKey.update({ where: { id: company.keyId }, data: { expiresAt: inMinutes(10) } });
    const rotated = await rotate(company.keyId, 60);
    expect(rotated).toMatchObject({ isPrimary: false, name: "door", scopes: ["read"], expiresAt: inMinutes(10) });
    expect(await isAccepted(company.extraKey, inMinutes(10))).toBe(false);
  });

  it.each([{ revokedAt: now }, { expiresAt: now }])("refuses a key that has ended (%j)", async (end) => {
    await db().apiKey.update({ where: { id: company.keyId }, data: end });
    await expect(rotate(company.keyId, 5)).rejects.toMatchObject({ code: "conflict" });
    expect(await listApiKeys({ actor, serviceId })).toHaveLength(2);
  });

  it("leaves one primary key, however many rotate it at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(rotate(primaryId, 0))));
    expect(outcomes.sort()).toEqual(["allowed", ...Array.from({ length: 7 }, () => "conflict")]);
    expect(await db().apiKey.count({ where: { serviceId, isPrimary: true, revokedAt: null } })).toBe(1);
  });

  it.each([-1, 0.5, 10_081, "5", null])("takes no grace period of %j minutes", (graceMinutes) => {
    expect(rotateApiKeyInput.safeParse({ graceMinutes }).success).toBe(false);
  });
});

describe("rotatePrimaryKey, for the command line", () => {
  it("rotates and tells the trail so", async () => {
    const { id, key } = await rotatePrimaryKey(commandLineActor, { serviceId, graceMinutes: 0 });
    expect([await isAccepted(company.key), await isAccepted(key)]).toEqual([false, true]);
    const events = await db().auditEvent.findMany({ where: { objectId: { in: [id, primaryId] }, actorUserId: null } });
    expect(events.map(({ action }) => action).sort()).toEqual(["api_key.create", "api_key.rotate"]);
  });

  it("knows no service but those that are there", async () => {
    const attempt = rotatePrimaryKey(commandLineActor, { serviceId: company.applicationId, graceMinutes: 0 });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("revokeApiKey", () => {
  it("ends a key for the next request, and once for all", async () => {
    expect(await isAccepted(company.extraKey)).toBe(true);
    await revokeApiKey({ actor, keyId: company.keyId });
    expect(await isAccepted(company.extraKey)).toBe(false);
    const ended = await listApiKeys({ actor, serviceId });
    await revokeApiKey({ actor, keyId: company.keyId }, inMinutes(1_000_000));
    expect(await listApiKeys({ actor, serviceId })).toEqual(ended);
    expect(await isAccepted(company.key)).toBe(true);
  });

  it("never leaves a service without its primary key", async () => {
    await expect(revokeApiKey({ actor, keyId: primaryId })).rejects.toMatchObject({ code: "conflict" });
    expect(await isAccepted(company.key)).toBe(true);
  });
});
