import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { createServiceInput } from "@/lib/domain/services/schema";
import { createService } from "@/lib/domain/services/service";
import { resolveApiKey } from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.stubEnv("SAVE_IMAGES_TO_DB", "false");
provideDatabase();

let made = 0;
function makeService() {
  made += 1;
  const input = { applicationName: "Demo", name: `faces ${made}`, type: "DETECTION" };
  return createService(commandLineActor, createServiceInput.parse(input));
}

async function changeKey(serviceId: string, data: { revokedAt?: Date; expiresAt?: Date; lastUsedAt?: Date }) {
  await db().apiKey.updateMany({ where: { serviceId }, data });
}

const lastUse = async (serviceId: string) =>
  (await db().apiKey.findFirstOrThrow({ where: { serviceId } })).lastUsedAt?.getTime() ?? null;

const inOneHour = () => new Date(Date.now() + 3_600_000);
const aMomentAgo = () => new Date(Date.now() - 1000);

describe("resolveApiKey", () => {
  it("gives the service and its settings for a valid key, whatever the case of its letters", async () => {
    const { id, apiKey } = await makeService();
    const { id: keyId } = await db().apiKey.findFirstOrThrow({ where: { serviceId: id } });
    const scope = {
      serviceId: id,
      keyId,
      serviceType: "DETECTION",
      keyScopes: ["read", "enrol", "delete"],
      settings: {
        responseFormat: "CLASSIC",
        detectionProbabilityMin: null,
        decisionPolicy: "BALANCED",
        similarityMin: null,
        saveImages: false,
        livenessCheck: "EVERY_FACE",
        qualityGate: "OFF",
        qualityProfile: "ENROLMENT",
        customQualityLimits: null,
        openBaseUrl: false,
        allowedOrigins: [],
      },
    };
    expect(await resolveApiKey(apiKey)).toEqual(scope);
    expect(await resolveApiKey(apiKey.toUpperCase())).toEqual(scope);
  });

  it("lets the service's own wish about images win over the installation's", async () => {
    const { id, apiKey } = await makeService();
    await db().service.update({ where: { id }, data: { saveImages: "YES", allowedOrigins: ["https://a.example"] } });
    expect((await resolveApiKey(apiKey))?.settings).toMatchObject({
      saveImages: true,
      allowedOrigins: ["https://a.example"],
    });
  });

  it.each(["3fa85f64-5717-4562-b3fc-2c963f66afa6", "", "x", "\0", '\'; DROP TABLE "ApiKey"', "a".repeat(8000)])(
    "knows nothing of another key (%#)",
    async (key) => {
      expect(await resolveApiKey(key)).toBeNull();
    },
  );

  it("refuses a revoked key at once, and one that is revoked from a later time on only then", async () => {
    const { id, apiKey } = await makeService();
    await changeKey(id, { revokedAt: inOneHour() });
    expect(await resolveApiKey(apiKey)).not.toBeNull();
    await changeKey(id, { revokedAt: aMomentAgo() });
    expect(await resolveApiKey(apiKey)).toBeNull();
  });

  it("refuses an expired key and accepts one that will expire", async () => {
    const { id, apiKey } = await makeService();
    await changeKey(id, { expiresAt: inOneHour() });
    expect(await resolveApiKey(apiKey)).not.toBeNull();
    await changeKey(id, { expiresAt: aMomentAgo() });
    expect(await resolveApiKey(apiKey)).toBeNull();
  });

  it("refuses the key of a removed service", async () => {
    const { id, apiKey } = await makeService();
    await db().service.delete({ where: { id } });
    expect(await resolveApiKey(apiKey)).toBeNull();
  });

  it("notes the use of a key, and a use within a minute not again", async () => {
    const { id, apiKey } = await makeService();
    await resolveApiKey(apiKey);
    await vi.waitFor(async () => expect(await lastUse(id)).toBeGreaterThan(Date.now() - 60_000), 120_000);

    const halfAMinuteAgo = Date.now() - 30_000;
    await changeKey(id, { lastUsedAt: new Date(halfAMinuteAgo) });
    await resolveApiKey(apiKey);
    expect(await lastUse(id)).toBe(halfAMinuteAgo);

    const twoMinutesAgo = Date.now() - 120_000;
    await changeKey(id, { lastUsedAt: new Date(twoMinutesAgo) });
    await resolveApiKey(apiKey);
    await vi.waitFor(async () => expect(await lastUse(id)).toBeGreaterThan(twoMinutesAgo), 120_000);
  });
});
