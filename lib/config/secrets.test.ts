import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readConfig } from "./env";
import { deriveKey, readOrCreateSecret } from "./secrets";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), "mien-secrets-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it("keeps the secret for later runs, readable by its owner alone, and leaves no draft behind", () => {
  const file = path.join(directory, "secrets", "master-key");
  const secret = readOrCreateSecret(file);
  expect(readOrCreateSecret(file)).toBe(secret);
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  expect(readdirSync(path.dirname(file))).toEqual(["master-key"]);
});

it("lets processes that start together agree on one secret", async () => {
  const file = path.join(directory, "secrets", "master-key");
  const program = `import("@/lib/config/secrets").then((m) => process.stdout.write(m.readOrCreateSecret(${JSON.stringify(file)})))`;
  const run = () => promisify(execFile)(process.execPath, ["--import", "tsx", "--eval", program]);
  const outputs = await Promise.all(Array.from({ length: 6 }, run));
  expect(new Set(outputs.map(({ stdout }) => stdout))).toEqual(new Set([readOrCreateSecret(file)]));
});

it("refuses a stored secret below 32 bytes", () => {
  const file = path.join(directory, "master-key");
  writeFileSync(file, "short");
  expect(() => readOrCreateSecret(file)).toThrow(file);
});

it("derives a different key for each purpose and for each master key", () => {
  const withKey = (masterKey: string) => ({ ...readConfig({}), masterKey });
  const one = withKey("0123456789abcdef0123456789abcdef");
  const other = withKey("0123456789abcdef0123456789abcdeg");
  const keys = [deriveKey("session", one), deriveKey("api-key", one), deriveKey("api-key", other)];
  expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(3);
  expect(deriveKey("api-key", one)).toEqual(keys[1]);
  expect(keys[0]).toHaveLength(32);
});

it("derives from the secret kept in the data directory when no master key is set", () => {
  const config = readConfig({ DATA_DIR: directory });
  expect(deriveKey("session", config)).toEqual(deriveKey("session", config));
  expect(readdirSync(path.join(directory, "secrets"))).toEqual(["master-key"]);
});
