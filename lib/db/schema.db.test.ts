import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { db } from "./client";
import { provideDatabase } from "./testing/own-database";
import { violatedConstraint } from "./translate-error";

provideDatabase();

const createApplication = (name: string) => db().application.create({ data: { name } });

async function createService() {
  const { id } = await createApplication(randomBytes(8).toString("hex"));
  return db().service.create({ data: { applicationId: id, name: "Faces", type: "DETECTION" } });
}

function createKey(serviceId: string, revokedAt: Date | null = null) {
  const bytes = randomBytes(32);
  const key = { name: "key", keyHash: bytes, keyCipher: bytes, keyPrefix: "12345678", isPrimary: true };
  return db().apiKey.create({ data: { ...key, serviceId, revokedAt } });
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("database", () => {
  it("takes an application's name once, ignoring case also beyond ASCII", async () => {
    await createApplication("Élan");
    expect(violatedConstraint(await failureOf(createApplication("éLAN")))).toBe("Application_name_key");
  });

  it("takes a service's name once per application, ignoring case", async () => {
    const { applicationId } = await createService();
    const again = db().service.create({ data: { applicationId, name: "fACES", type: "LIVENESS" } });
    expect(violatedConstraint(await failureOf(again))).toBe("Service_applicationId_name_key");
    await expect(createService()).resolves.toMatchObject({ name: "Faces" });
  });

  it("takes one primary key in force per service, besides revoked ones", async () => {
    const { id } = await createService();
    await createKey(id, new Date());
    await createKey(id);
    expect(violatedConstraint(await failureOf(createKey(id)))).toBe("ApiKey_primary_key");
  });

  it("refuses a key hash that is no SHA-256", async () => {
    const { id } = await createService();
    const short = { name: "key", keyHash: randomBytes(31), keyCipher: randomBytes(1), keyPrefix: "" };
    await expect(db().apiKey.create({ data: { ...short, serviceId: id } })).rejects.toThrow("ApiKey_keyHash_check");
  });

  it("refuses an address in upper case", async () => {
    const user = { email: "Ann@example.org", firstName: "", lastName: "", passwordHash: "" };
    await expect(db().user.create({ data: user })).rejects.toThrow("User_email_check");
  });

  it("deletes an application with everything in it", async () => {
    const service = await createService();
    await createKey(service.id);
    await db().requestStatistic.create({ data: { serviceId: service.id, hour: new Date(), count: 1 } });
    await db().application.delete({ where: { id: service.applicationId } });
    const left = { where: { serviceId: service.id } };
    expect([await db().apiKey.count(left), await db().requestStatistic.count(left)]).toEqual([0, 0]);
  });

  it("never changes or deletes an audit event", async () => {
    const event = { actorLabel: "ann", action: "create", objectType: "user", objectId: "1", result: "ok" };
    const { id } = await db().auditEvent.create({ data: event });
    await expect(db().$executeRaw`UPDATE "AuditEvent" SET "result" = 'denied'`).rejects.toThrow("append-only");
    await expect(db().$executeRaw`DELETE FROM "AuditEvent"`).rejects.toThrow("append-only");
    await expect(db().$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow("append-only");
    await expect(db().auditEvent.findUnique({ where: { id } })).resolves.toMatchObject({ result: "ok" });
  });

  it("has an index that begins with the columns of each foreign key", async () => {
    const unindexed = await db().$queryRaw`
      SELECT conname FROM pg_constraint key WHERE contype = 'f' AND NOT EXISTS (
        SELECT 1 FROM pg_index WHERE indrelid = key.conrelid AND indpred IS NULL
          AND (string_to_array(indkey::text, ' ')::int2[])[1:cardinality(key.conkey)] = key.conkey)`;
    expect(unindexed).toEqual([]);
  });
});

describe("client", () => {
  it("says conflict, not found and invalid in our words", async () => {
    await createApplication("twice");
    expect(await failureOf(createApplication("Twice"))).toMatchObject({ code: "conflict" });
    const id = "6f2c4a40-0000-4000-8000-000000000000";
    expect(await failureOf(db().application.delete({ where: { id } }))).toMatchObject({ code: "not_found" });
    expect(await failureOf(createApplication("zero\u0000byte"))).toMatchObject({ code: "invalid_request" });
  });

  it("translates inside a transaction too", async () => {
    const failure = await failureOf(db().$transaction((tx) => tx.user.delete({ where: { email: "nobody" } })));
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: "not_found" });
  });

  it("gives up a statement after 10 seconds", async () => {
    const rows = await db().$queryRaw`SHOW statement_timeout`;
    expect(rows).toEqual([{ statement_timeout: "10s" }]);
    const slow = db().$transaction([
      db().$executeRaw`SET LOCAL statement_timeout = 50`,
      db().$queryRaw`SELECT pg_sleep(60)::text`,
    ]);
    expect(await failureOf(slow)).toMatchObject({ code: "timeout" });
  });
});
