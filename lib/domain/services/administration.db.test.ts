import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { resolveApiKey, revealApiKey } from "@/lib/domain/api-keys/service";
import { pageRequestInput } from "@/lib/domain/applications/schema";
import { commandLineActor } from "@/lib/domain/audit/types";
import { type Company, makeCompany, outcomeOf, trailOf } from "@/lib/domain/policy/testing/company";
import type { Caller } from "@/lib/domain/policy/types";
import { changeServiceInput, createServiceInput } from "./schema";
import {
  addService,
  changeService,
  cloneService,
  createService,
  listApplicationServices,
  readService,
  removeService,
  searchServices,
} from "./service";
import { serviceTypes } from "./types";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let company: Company;
let applicationId: string;
let serviceId: string;
let actor: Caller;
beforeEach(async () => {
  company = await makeCompany();
  ({ applicationId, serviceId } = company);
  actor = company.callers.APPLICATION_ADMINISTRATOR;
});

const list = (query: object = {}) =>
  listApplicationServices({ actor, applicationId, ...pageRequestInput.parse(query) });
const change = (input: object) => changeService({ actor, serviceId, ...changeServiceInput.parse(input) });
const initial = {
  responseFormat: "CLASSIC",
  detectionProbabilityMin: null,
  decisionPolicy: "BALANCED",
  similarityMin: null,
  saveImages: "INHERIT",
  livenessCheck: "EVERY_FACE",
  qualityGate: "OFF",
  qualityProfile: "ENROLMENT",
  customQualityLimits: null,
  openBaseUrl: false,
  allowedOrigins: [],
};
const chosen = {
  responseFormat: "V1",
  detectionProbabilityMin: 0.7,
  decisionPolicy: "CUSTOM",
  similarityMin: 0.62,
  saveImages: "NO",
  livenessCheck: "ONE_GOOD_FACE",
  qualityGate: "REFUSE",
  qualityProfile: "CUSTOM",
  customQualityLimits: { sharpness: 40, yaw: 80 },
  openBaseUrl: true,
  allowedOrigins: ["https://a.example"],
};

describe("addService", () => {
  it.each(serviceTypes)("makes a %s service whose key works at once", async (type) => {
    const { key, ...service } = await addService({ actor, applicationId, name: "new", type });
    expect(service).toMatchObject({ applicationId, name: "new", type, settings: initial });
    expect(await readService({ actor, serviceId: service.id })).toEqual(service);
    expect(await resolveApiKey(key)).toMatchObject({ serviceId: service.id, serviceType: type });
    expect(await trailOf(actor)).toEqual(["service.create success", "api_key.create success"]);
  });

  it("makes one of twenty of one name, whatever its case, and says conflict to the others", async () => {
    const names = Array.from({ length: 20 }, (_, index) => (index % 2 ? "Race" : "RACE"));
    const outcomes = await Promise.all(
      names.map((name) => outcomeOf(addService({ actor, applicationId, name, type: "QUALITY" }))),
    );
    expect(outcomes.filter((outcome) => outcome === "allowed")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(19);
    expect((await list({ search: "race" })).total).toBe(1);
  });
});

describe("listApplicationServices", () => {
  it("shows prefix and last use of keys, and nothing else of them", async () => {
    const used = new Date("2026-11-20T10:00:00.000Z");
    await db().apiKey.updateMany({ where: { id: company.keyId }, data: { lastUsedAt: used } });
    const { items } = await list();
    expect(items).toMatchObject([{ id: serviceId, keyPrefix: company.key.slice(0, 8), lastUsedAt: used }]);
    expect(JSON.stringify(items)).not.toContain(company.key.slice(9));
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(["createdAt", "id", "keyPrefix", "lastUsedAt", "name", "type"]);
  });

  it("keeps to the application, the search and the page", async () => {
    await makeCompany();
    for (const name of ["b_1", "a_2"]) await addService({ actor, applicationId, name, type: "QUALITY" });
    expect((await list()).items.map(({ name }) => name)).toEqual(["a_2", "b_1", "faces"]);
    expect(await list({ search: "_", size: "1", page: "1" })).toMatchObject({ total: 2, items: [{ name: "b_1" }] });
  });
});

describe("changeService", () => {
  it("changes what is given and leaves the rest", async () => {
    expect((await change({ settings: chosen })).settings).toEqual(chosen);
    const { name, settings } = await change({ settings: { detectionProbabilityMin: null } });
    expect({ name, settings }).toEqual({ name: "faces", settings: { ...chosen, detectionProbabilityMin: null } });
    expect(await change({ name: "FACES" })).toMatchObject({ name: "FACES", settings });
  });

  it("forgets the threshold of its own with another decision policy", async () => {
    await change({ settings: chosen });
    const { settings } = await change({ settings: { decisionPolicy: "STRICT" } });
    expect(settings).toEqual({ ...chosen, decisionPolicy: "STRICT", similarityMin: null });
    expect((await resolveApiKey(company.key))?.settings).toMatchObject({
      decisionPolicy: "STRICT",
      similarityMin: null,
    });
  });

  it("forgets the limits of its own with another quality profile, and hands them to requests while they are there", async () => {
    await change({ settings: chosen });
    expect((await resolveApiKey(company.key))?.settings).toMatchObject({
      customQualityLimits: { sharpness: 40, yaw: 80 },
    });
    const { settings } = await change({ settings: { qualityProfile: "ICAO" } });
    expect(settings).toEqual({ ...chosen, qualityProfile: "ICAO", customQualityLimits: null });
  });

  it("is seen by the next request with the service's key", async () => {
    await change({ settings: { saveImages: "YES", detectionProbabilityMin: 0.9 } });
    const scope = await resolveApiKey(company.key);
    expect(scope?.settings).toMatchObject({ saveImages: true, detectionProbabilityMin: 0.9 });
  });

  it("refuses the name of another service of the application, and undoes the rest", async () => {
    await addService({ actor, applicationId, name: "taken", type: "QUALITY" });
    const attempt = change({ name: "TAKEN", settings: chosen });
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("TAKEN") });
    expect(await readService({ actor, serviceId })).toMatchObject({ name: "faces", settings: initial });
  });

  it.each([
    ["nothing", {}],
    ["a threshold above 1", { settings: { detectionProbabilityMin: 1.01 } }],
    ["a threshold below 0", { settings: { detectionProbabilityMin: -0.01 } }],
    ["a threshold that is no number", { settings: { detectionProbabilityMin: "0.5" } }],
    ["an unknown decision policy", { settings: { decisionPolicy: "PARANOID" } }],
    ["a policy of its own without threshold", { settings: { decisionPolicy: "CUSTOM" } }],
    ["a threshold beside another policy", { settings: { decisionPolicy: "STRICT", similarityMin: 0.6 } }],
    ["a similarity without policy", { settings: { similarityMin: 0.6 } }],
    ["no similarity without policy", { settings: { similarityMin: null } }],
    ["a similarity above 1", { settings: { decisionPolicy: "CUSTOM", similarityMin: 1.01 } }],
    ["a quality profile of its own without limits", { settings: { qualityProfile: "CUSTOM" } }],
    ["limits beside another profile", { settings: { qualityProfile: "ICAO", customQualityLimits: { yaw: 50 } } }],
    [
      "a limit for what is not measured",
      { settings: { qualityProfile: "CUSTOM", customQualityLimits: { beauty: 5 } } },
    ],
    ["a limit above 100", { settings: { qualityProfile: "CUSTOM", customQualityLimits: { yaw: 101 } } }],
    ["an origin with a path", { settings: { allowedOrigins: ["https://a.example/x"] } }],
    ["an origin with a slash", { settings: { allowedOrigins: ["https://a.example/"] } }],
    ["any origin", { settings: { allowedOrigins: ["*"] } }],
    ["the opaque origin", { settings: { allowedOrigins: ["null"] } }],
    ["an origin of a file", { settings: { allowedOrigins: ["file:///etc"] } }],
    ["21 origins", { settings: { allowedOrigins: Array.from({ length: 21 }, (_, i) => `https://a${i}.example`) } }],
    ["an unknown setting", { settings: { isAdmin: true } }],
    ["another type", { type: "DETECTION" }],
  ])("does not take %s", (_, input) => {
    expect(changeServiceInput.safeParse(input).success).toBe(false);
  });

  it("takes each origin once, in lower case", () => {
    const allowedOrigins = ["https://A.example:8443", "https://a.example:8443", "http://localhost:3000"];
    expect(changeServiceInput.parse({ settings: { allowedOrigins } }).settings?.allowedOrigins).toEqual([
      "https://a.example:8443",
      "http://localhost:3000",
    ]);
  });
});

describe("cloneService", () => {
  it("copies type and settings, and makes a key of its own", async () => {
    await change({ settings: chosen });
    const clone = await cloneService({ actor, serviceId, name: "copy" });
    expect(clone).toMatchObject({ applicationId, name: "copy", type: "RECOGNITION", settings: chosen });
    const { id: keyId } = await db().apiKey.findFirstOrThrow({ where: { serviceId: clone.id } });
    const { key } = await revealApiKey({ actor, keyId });
    expect(key).not.toBe(company.key);
    expect(await resolveApiKey(key)).toMatchObject({ serviceId: clone.id });
    expect(await trailOf(actor)).toContain("service.clone success");
  });

  it("copies a client's encryption, sealed for the new row", async () => {
    const secrets = { encryptionKey: "k".repeat(32), encryptionIv: "i".repeat(12) };
    const input = { applicationName: company.name, name: "sealed", type: "RECOGNITION", ...secrets };
    const { id } = await createService(commandLineActor, createServiceInput.parse(input));
    const first = await cloneService({ actor, serviceId: id, name: "copy" });
    // Only what was opened and sealed again for its row can be copied once more.
    const second = await cloneService({ actor, serviceId: first.id, name: "copy of copy" });
    const rows = await db().service.findMany({ where: { id: { in: [id, first.id, second.id] } } });
    expect(new Set(rows.map((row) => Buffer.from(row.encryptionKeyCipher!).toString("hex"))).size).toBe(3);
  });

  it("refuses a name that is taken, and leaves nothing behind", async () => {
    const keys = await db().apiKey.count();
    const attempt = cloneService({ actor, serviceId, name: "FACES" });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    expect(await db().apiKey.count()).toBe(keys);
    expect((await list()).total).toBe(1);
  });
});

describe("removeService", () => {
  it("ends its keys", async () => {
    await removeService({ actor, serviceId, name: "faces" });
    expect(await resolveApiKey(company.key)).toBeNull();
    await expect(readService({ actor, serviceId })).rejects.toMatchObject({ code: "not_found" });
    expect(await trailOf(actor)).toEqual(["service.delete success"]);
  });

  it.each(["", "Faces", "faces2"])("refuses %j for its name, and removes nothing", async (name) => {
    await expect(removeService({ actor, serviceId, name })).rejects.toMatchObject({ code: "invalid_request" });
    expect((await list()).total).toBe(1);
  });
});

describe("searchServices", () => {
  const search = async (caller: Caller, text: string) => {
    const { items } = await searchServices({ actor: caller, ...pageRequestInput.parse({ search: text }) });
    return items.map(({ name, application }) => ({ name, applicationId: application.id }));
  };

  it("finds by part of the name, ignoring case, with the application", async () => {
    await addService({ actor, applicationId, name: "Main Gate 100%", type: "DETECTION" });
    await addService({ actor, applicationId, name: "Cellar", type: "DETECTION" });
    expect(await search(actor, "gate 100%")).toEqual([{ name: "Main Gate 100%", applicationId }]);
  });

  it("shows services of other applications to the administrators of the installation alone", async () => {
    await addService({ actor, applicationId, name: "Gate", type: "DETECTION" });
    expect(await search(company.callers.OUTSIDER, "Gate")).toEqual([]);
    const found = { name: "Gate", applicationId };
    expect(await search(company.callers.APPLICATION_USER, "Gate")).toEqual([found]);
    expect(await search(company.callers.GLOBAL_ADMINISTRATOR, "Gate")).toContainEqual(found);
  });
});
