import { describe, expect, it, vi } from "vitest";
import { unseal } from "@/lib/auth/sealed-text";
import { deriveKey } from "@/lib/config/secrets";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { createApplicationInput } from "@/lib/domain/applications/schema";
import { createApplication } from "@/lib/domain/applications/service";
import { commandLineActor } from "@/lib/domain/audit/types";
import { createServiceInput } from "./schema";
import { createService, listServices } from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

const make = (applicationName: string, name: string, more: object = {}) =>
  createService(commandLineActor, createServiceInput.parse({ applicationName, name, type: "DETECTION", ...more }));

describe("createService", () => {
  it("makes the application that is not there, once, however many need it", async () => {
    const services = await Promise.all(["a", "b", "c", "d", "e", "f"].map((name) => make("Race", name)));
    expect(new Set(services.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(await db().application.count({ where: { name: "Race" } })).toBe(1);
  });

  it("finds the application whatever the case of its name, and takes % and _ as they are", async () => {
    const first = await make("Shop_1%", "a");
    expect((await make("SHOP_1%", "b")).applicationId).toBe(first.applicationId);
    expect((await make("ShopX1Y", "a")).applicationId).not.toBe(first.applicationId);
  });

  it("makes a random key of version 4 when none is brought", async () => {
    const [one, other] = [await make("Keys", "one"), await make("Keys", "other")];
    expect(createServiceInput.shape.apiKey.parse(one.apiKey)).toBe(one.apiKey);
    expect(one.apiKey).not.toBe(other.apiKey);
  });

  it("leaves nothing behind when the key is in use", async () => {
    const { apiKey } = await make("Taken", "first");
    await expect(make("Untouched", "second", { apiKey })).rejects.toMatchObject({ code: "conflict" });
    expect(await db().application.count({ where: { name: "Untouched" } })).toBe(0);
    expect(await db().service.count({ where: { name: "second" } })).toBe(0);
  });

  it("refuses a second service of one name in one application, whatever its case", async () => {
    await make("Names", "Faces");
    await expect(make("Names", "faces")).rejects.toMatchObject({ code: "conflict" });
    await expect(make("Other names", "faces")).resolves.toMatchObject({ name: "faces" });
  });

  it("stores the key as hash and ciphertext, which opens in its own row only", async () => {
    const { id, apiKey } = await make("Stored", "a");
    const row = await db().apiKey.findFirstOrThrow({ where: { serviceId: id } });
    const texts = [row.keyHash, row.keyCipher].map((bytes) => Buffer.from(bytes).toString("latin1"));
    for (const text of texts) expect(text).not.toContain(apiKey.slice(9));
    expect(row.keyPrefix).toBe(apiKey.slice(0, 8));
    expect(unseal(deriveKey("api-key"), row.keyCipher, row.id)).toBe(apiKey);
    expect(() => unseal(deriveKey("api-key"), row.keyCipher, id)).toThrow();
  });

  it("seals a client's encryption key and IV, each for its own column", async () => {
    const encryption = { encryptionKey: "k".repeat(32), encryptionIv: "i".repeat(12) };
    const { id } = await make("Sealed", "a", encryption);
    const row = await db().service.findUniqueOrThrow({ where: { id } });
    const key = deriveKey("service-encryption");
    expect(unseal(key, row.encryptionKeyCipher!, `${id} key`)).toBe(encryption.encryptionKey);
    expect(unseal(key, row.encryptionIvCipher!, `${id} iv`)).toBe(encryption.encryptionIv);
    expect(() => unseal(key, row.encryptionIvCipher!, `${id} key`)).toThrow();
  });

  it("leaves a trail of service, key and new application, without the key", async () => {
    const { id, applicationId, apiKey } = await make("Trail", "a");
    const keyId = (await db().apiKey.findFirstOrThrow({ where: { serviceId: id } })).id;
    const events = await db().auditEvent.findMany({ where: { objectId: { in: [id, applicationId, keyId] } } });
    expect(events.map(({ action }) => action).sort()).toEqual([
      "api_key.create",
      "application.create",
      "service.create",
    ]);
    expect(JSON.stringify(events)).not.toContain(apiKey);
  });
});

describe("listServices", () => {
  it("shows the first eight characters of the primary key and nothing of the rest", async () => {
    const { id, apiKey } = await make("Listed", "a");
    const services = await listServices();
    expect(services.find((service) => service.id === id)).toMatchObject({
      applicationName: "Listed",
      maskedApiKey: `${apiKey.slice(0, 8)}…`,
    });
    expect(JSON.stringify(services)).not.toContain(apiKey.slice(9));
  });
});

describe("createApplication", () => {
  it("refuses a name that is taken, and an owner that nobody knows without leaving the application", async () => {
    const application = (input: object) => createApplication(commandLineActor, createApplicationInput.parse(input));
    await application({ name: "Once" });
    await expect(application({ name: "ONCE" })).rejects.toMatchObject({ code: "conflict" });
    const orphan = application({ name: "Orphan", ownerEmail: "nobody@example.org" });
    await expect(orphan).rejects.toMatchObject({ code: "not_found" });
    expect(await db().application.count({ where: { name: "Orphan" } })).toBe(0);
  });
});
