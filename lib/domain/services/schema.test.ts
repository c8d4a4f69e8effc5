import { describe, expect, it } from "vitest";
import { createServiceInput } from "./schema";

const valid = { applicationName: "Demo", name: "faces", type: "DETECTION" };
const apiKey = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
const encryption = { encryptionKey: "k".repeat(32), encryptionIv: "i".repeat(12) };

describe("a new service", () => {
  it("takes the key that is brought along, in lower case", () => {
    expect(createServiceInput.parse({ ...valid, apiKey: apiKey.toUpperCase() }).apiKey).toBe(apiKey);
  });

  it("takes an encryption key of 32 bytes and an IV of 12", () => {
    expect(createServiceInput.parse({ ...valid, ...encryption })).toMatchObject(encryption);
  });

  it.each([
    ["an empty name", { name: " " }],
    ["a name of 51 characters", { name: "x".repeat(51) }],
    ["a name with a slash", { name: "a/b" }],
    ["a name with a backslash", { name: "a\\b" }],
    ["a name with a semicolon", { name: "a;b" }],
    ["an application name with a slash", { applicationName: "a/b" }],
    ["an unknown type", { type: "VERIFY" }],
    ["a key that is no UUID", { apiKey: "secret" }],
    ["the empty UUID as key", { apiKey: "00000000-0000-0000-0000-000000000000" }],
    ["a UUID of version 1 as key", { apiKey: "b54adc00-67f9-11d9-9669-0800200c9a66" }],
    ["a short encryption key", { ...encryption, encryptionKey: "k".repeat(31) }],
    ["32 characters that are more bytes", { ...encryption, encryptionKey: `${"k".repeat(31)}ü` }],
    ["a long IV", { ...encryption, encryptionIv: "i".repeat(13) }],
    ["an encryption key without IV", { encryptionKey: encryption.encryptionKey }],
    ["an IV without encryption key", { encryptionIv: encryption.encryptionIv }],
  ])("with %s is refused", (_, change) => {
    expect(createServiceInput.safeParse({ ...valid, ...change }).success).toBe(false);
  });
});
