import { hkdfSync, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { ConfigError } from "./config-error";
import { type Config, config } from "./env";

/** What a derived key is for. A key of one purpose is useless for another. */
export type KeyPurpose =
  | "session"
  | "api-key"
  | "service-encryption"
  | "embedding"
  | "picture"
  | "idempotency"
  | "second-factor"
  | "sign-in-step";

const secretBytesMin = 32;

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

// A link appears complete or not at all and never replaces a file, so two first runs agree on the same secret.
function publish(file: string, text: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString("hex")}`;
  writeDurably(draft, text);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The secret kept in `file`, made of 32 random bytes at the first call ever. The file is readable by its owner alone.
 *
 * @throws ConfigError when the file holds less than 32 bytes
 */
export function readOrCreateSecret(file: string): string {
  let secret = readSecret(file);
  if (secret === null) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    publish(file, `${randomBytes(32).toString("base64url")}\n`);
    secret = readSecret(file);
  }
  if (secret !== null && Buffer.byteLength(secret) >= secretBytesMin) return secret;
  throw new ConfigError([
    { name: "DATA_DIR", detail: `holds a damaged secret: ${file} must have at least ${secretBytesMin} bytes` },
  ]);
}

/** A 32-byte key for one purpose (HKDF, RFC 5869, SHA-256) from `MASTER_KEY` or the secret kept in the data directory. */
export function deriveKey(purpose: KeyPurpose, { masterKey, dataDir }: Config = config()): Buffer {
  const secret =
    masterKey ?? readOrCreateSecret(path.join(/* turbopackIgnore: true */ dataDir, "secrets", "master-key"));
  return Buffer.from(hkdfSync("sha256", secret, "mien", purpose, 32));
}
