import { createCipheriv } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { mintServiceScope } from "@/lib/auth/service-scope";
import * as env from "@/lib/config/env";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { makeCompany } from "@/lib/domain/policy/testing/company";
import { addService, cloneService } from "@/lib/domain/services/service";
import { logger } from "@/lib/observability/logger";
import { makeService } from "@/lib/wire/testing/make-service";
import { decryptPicture, replaceEncryption, revealEncryption } from "./service";
import type { EncryptionPair } from "./types";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
afterEach(() => vi.restoreAllMocks());

const photo = new Uint8Array([0xff, 0xd8, 0xff]);
const old = { encryptionKey: "k".repeat(32), encryptionIv: "i".repeat(12) };

function encrypt({ encryptionKey, encryptionIv }: EncryptionPair): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", encryptionKey, encryptionIv);
  return Buffer.concat([cipher.update(photo), cipher.final(), cipher.getAuthTag()]);
}

async function makeQuality() {
  const { applicationId, callers } = await makeCompany();
  const actor = callers.APPLICATION_ADMINISTRATOR;
  const service = await addService({ actor, applicationId, name: "quality", type: "QUALITY" });
  const scope = await resolveApiKey(service.key);
  if (scope === null) throw new Error("The new key is unknown.");
  return { actor, serviceId: service.id, scope };
}

async function shownPair(at: Parameters<typeof revealEncryption>[0]): Promise<EncryptionPair> {
  const shown = await revealEncryption(at);
  if (shown.source !== "service") throw new Error("The service has no pair.");
  return shown;
}

describe("the encryption of a quality service's clients", () => {
  it("is there from the start, another for each service, and opens what was encrypted with it", async () => {
    const { scope, ...at } = await makeQuality();
    const pair = await shownPair(at);
    expect(await decryptPicture({ scope, bytes: encrypt(pair) })).toEqual(photo);
    const other = await makeQuality();
    await expect(decryptPicture({ scope: other.scope, bytes: encrypt(pair) })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  it("can be replaced by the pair that clients have, after which the first opens nothing", async () => {
    const { scope, ...at } = await makeQuality();
    const first = await shownPair(at);
    expect(await replaceEncryption({ ...at, ...old })).toEqual({ source: "service", ...old });
    expect(await shownPair(at)).toMatchObject(old);
    expect(await decryptPicture({ scope, bytes: encrypt(old) })).toEqual(photo);
    await expect(decryptPicture({ scope, bytes: encrypt(first) })).rejects.toMatchObject({ code: "invalid_request" });
  });

  it("is replaced by a random pair where none is brought", async () => {
    const { scope: _, ...at } = await makeQuality();
    const first = await shownPair(at);
    const second = await replaceEncryption(at);
    expect(second).not.toMatchObject({ encryptionKey: first.encryptionKey });
    expect(await revealEncryption(at)).toEqual(second);
  });

  it("goes along to a copy of the service", async () => {
    const { scope: _, ...at } = await makeQuality();
    const { id } = await cloneService({ ...at, name: "copy" });
    expect(await shownPair({ ...at, serviceId: id })).toEqual(await shownPair(at));
  });

  it("belongs to quality services alone", async () => {
    const { callers, serviceId } = await makeCompany();
    const at = { actor: callers.APPLICATION_OWNER, serviceId };
    await expect(revealEncryption(at)).rejects.toMatchObject({ code: "conflict" });
    await expect(replaceEncryption(at)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the installation's own pair", () => {
  it("serves services made under it, which are not shown it", async () => {
    const clientEncryption = { encryptionKey: "d".repeat(32), encryptionIv: "d".repeat(12) };
    vi.spyOn(env, "config").mockReturnValue({ ...env.config(), clientEncryption });
    const { scope, ...at } = await makeQuality();
    expect(await revealEncryption(at)).toEqual({ source: "installation" });
    expect(await decryptPicture({ scope, bytes: encrypt(clientEncryption) })).toEqual(photo);
    await replaceEncryption({ ...at, ...old });
    expect(await decryptPicture({ scope, bytes: encrypt(old) })).toEqual(photo);
    await expect(decryptPicture({ scope, bytes: encrypt(clientEncryption) })).rejects.toThrow();
  });
});

it("opens nothing for a service that has no pair and no installation's to follow", async () => {
  const { id, apiKey } = await makeService("DETECTION");
  const scope = await resolveApiKey(apiKey);
  if (scope === null) throw new Error("The new key is unknown.");
  expect(scope.serviceId).toBe(id);
  await expect(decryptPicture({ scope: mintServiceScope(scope), bytes: encrypt(old) })).rejects.toMatchObject({
    code: "invalid_request",
  });
});

it("says once in the log that a service uses the pair out of the vendor's manual, without the pair", async () => {
  const published = { encryptionKey: "dcbbad6765e14139a07d34b92292a672", encryptionIv: "df25d188a061" };
  const { scope, ...at } = await makeQuality();
  const warn = vi.spyOn(logger, "warn");
  await replaceEncryption({ ...at, ...published });
  await decryptPicture({ scope, bytes: encrypt(published) });
  await decryptPicture({ scope, bytes: encrypt(published) });
  const lines = warn.mock.calls.filter(([line]) => JSON.stringify(line).includes("published_encryption_pair"));
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain(published.encryptionKey);
});
