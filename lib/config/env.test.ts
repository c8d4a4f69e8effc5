import path from "node:path";
import { describe, expect, it } from "vitest";
import { packIds } from "@/inference/models/packs";
import { ConfigError } from "./config-error";
import { type Environment, readConfig } from "./env";

function problemOf(env: Environment): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "no problem";
}

describe("readConfig", () => {
  it("needs no variable at all", () => {
    expect(readConfig({})).toMatchObject({
      port: 8000,
      publicUrl: "http://localhost:8000",
      databaseUrl: null,
      fileBytesMax: 5_242_880,
      requestBytesMax: 10_485_760,
      imagePixelsMax: 40_000_000,
      inferenceWorkers: null,
      passwordLengthMin: 8,
      mail: { enabled: false, secure: null },
    });
  });

  it.each([
    ["5MB", 5_242_880],
    ["5m", 5_242_880],
    ["512 kb", 524_288],
    ["5242880", 5_242_880],
  ])("reads %s as a size in bytes", (text, bytes) => {
    expect(readConfig({ MAX_FILE_SIZE: text }).fileBytesMax).toBe(bytes);
  });

  it("reads 10M the way CompreFace's .env writes it", () => {
    expect(readConfig({ MAX_REQUEST_SIZE: "10M" }).requestBytesMax).toBe(10_485_760);
  });

  it("takes CompreFace's lower-case names, and the upper-case one when both are there", () => {
    expect(readConfig({ max_file_size: "1MB" }).fileBytesMax).toBe(1_048_576);
    expect(readConfig({ max_file_size: "1MB", MAX_FILE_SIZE: "2MB" }).fileBytesMax).toBe(2_097_152);
  });

  it("takes our own names in upper case only, because `host` and `port` belong to other programs", () => {
    expect(readConfig({ port: "1" }).port).toBe(8000);
  });

  it("treats an empty variable as absent", () => {
    expect(readConfig({ MAX_FILE_SIZE: "", DATABASE_URL: " " })).toMatchObject({
      fileBytesMax: 5_242_880,
      databaseUrl: null,
    });
  });

  it("builds the address of an external database with every part escaped", () => {
    const env = { postgres_domain: "db", postgres_username: "a@b", postgres_password: "p/w:?", postgres_db: "frs" };
    expect(readConfig(env).databaseUrl).toBe("postgresql://a%40b:p%2Fw%3A%3F@db:5432/frs");
  });

  it("stays with the embedded database when only a password is given", () => {
    expect(readConfig({ POSTGRES_PASSWORD: "x" }).databaseUrl).toBeNull();
  });

  it.each([
    ["true", 1],
    ["false", 0],
    ["2", 2],
  ])("reads TRUST_PROXY=%s as a number of proxies", (text, hops) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxyHops).toBe(hops);
  });
});

describe("a wrong variable", () => {
  it.each([
    ["MAX_FILE_SIZE", "5 apples"],
    ["MAX_FILE_SIZE", "0"],
    ["MAX_FILE_SIZE", "-5MB"],
    ["MAX_REQUEST_SIZE", "9999999999999G"],
    ["MAX_DETECT_SIZE", "1"],
    ["SAVE_IMAGES_TO_DB", "maybe"],
    ["ENABLE_EMAIL_SERVER", "2"],
    ["EMAIL_PORT", "0"],
    ["EMAIL_SECURE", "starttls"],
    ["PASSWORD_LENGTH_MIN", "7"],
    ["PASSWORD_LENGTH_MIN", "65"],
    ["POSTGRES_PORT", "70000"],
    ["DATABASE_URL", "mysql://secret-host/db"],
    ["PORT", "80x"],
    ["PORT", "1e3"],
    ["PUBLIC_URL", "ftp://secret-host"],
    ["MODEL_PACK", "secret-pack"],
    ["LIVENESS_MODE", "secret-mode"],
    ["INFERENCE_WORKERS", "0"],
    ["INFERENCE_QUEUE", "many"],
    ["RATE_LIMIT_PER_KEY", "0"],
    ["RATE_LIMIT_BURST", "0.5"],
    ["IMAGE_PIXELS_MAX", "12"],
    ["MASTER_KEY", "secret-but-short"],
    ["MASTER_KEY", "ababababababababababababababababababab"],
    ["SENSEID_DECRYPT_KEY", "a-secret-of-31-characters-only."],
    ["SENSEID_DECRYPT_IV", "13-characters"],
    ["TRUST_PROXY", "-1"],
    ["LOG_LEVEL", "loud"],
  ])("%s is named, and its value is not shown (%s)", (name, value) => {
    const problem = problemOf({ [name]: value });
    expect(problem).toContain(name);
    if (value.length > 5) expect(problem).not.toContain(value);
  });

  it("does not hide another wrong variable", () => {
    const problem = problemOf({ PORT: "x", LOG_LEVEL: "y" });
    expect(problem).toMatch(/PORT.*LOG_LEVEL/);
  });

  it("may be a missing one that another variable asks for", () => {
    expect(problemOf({ ENABLE_EMAIL_SERVER: "true" })).toMatch(/EMAIL_HOST.*EMAIL_FROM/);
    expect(problemOf({ MAX_FILE_SIZE: "20MB" })).toContain("MAX_REQUEST_SIZE");
    expect(problemOf({ SENSEID_DECRYPT_KEY: "k".repeat(32) })).toContain("SENSEID_DECRYPT_IV");
  });
});

it("takes the key and IV with which clients encrypt pictures together, or neither", () => {
  const [encryptionKey, encryptionIv] = ["k".repeat(32), "i".repeat(12)];
  const env = { SENSEID_DECRYPT_KEY: encryptionKey, SENSEID_DECRYPT_IV: encryptionIv };
  expect(readConfig(env).clientEncryption).toEqual({ encryptionKey, encryptionIv });
  expect(readConfig({}).clientEncryption).toBeNull();
});

describe("a secret in a file", () => {
  const readFile = (file: string) => {
    if (file === "/run/secrets/key") return "0123456789abcdef0123456789abcdef\n";
    throw new Error("absent");
  };

  it("is read without its line end", () => {
    expect(readConfig({ MASTER_KEY_FILE: "/run/secrets/key" }, readFile).masterKey).toBe(
      "0123456789abcdef0123456789abcdef",
    );
  });

  it("is refused when the file cannot be read or the variable is set too", () => {
    expect(() => readConfig({ MASTER_KEY_FILE: "/nowhere" }, readFile)).toThrow(/MASTER_KEY_FILE/);
    expect(() => readConfig({ MASTER_KEY_FILE: "/run/secrets/key", MASTER_KEY: "x" }, readFile)).toThrow(/MASTER_KEY/);
  });
});

describe("an identity provider", () => {
  const issuer = { OIDC_ISSUER: "https://id.example.org/realms/main", OIDC_CLIENT_ID: "mien" };

  it("is there when issuer and client are named", () => {
    expect(readConfig({}).oidc).toBeNull();
    expect(readConfig(issuer).oidc).toEqual({
      issuer: "https://id.example.org/realms/main",
      clientId: "mien",
      clientSecret: null,
      name: "single sign-on",
      allowedDomains: [],
    });
  });

  it("takes its secret out of a file and domains in any case", () => {
    const env = { ...issuer, OIDC_CLIENT_SECRET_FILE: "/run/oidc", OIDC_ALLOWED_DOMAINS: "Example.org, example.com" };
    const { oidc } = readConfig(env, () => "secret\n");
    expect(oidc).toMatchObject({ clientSecret: "secret", allowedDomains: ["example.org", "example.com"] });
  });

  it.each([
    [{ OIDC_ISSUER: "https://id.example.org" }, "OIDC_CLIENT_ID"],
    [{ OIDC_CLIENT_ID: "mien" }, "OIDC_CLIENT_ID"],
    [{ ...issuer, OIDC_ISSUER: "http://id.example.org" }, "OIDC_ISSUER"],
    [{ ...issuer, OIDC_ISSUER: "id.example.org" }, "OIDC_ISSUER"],
    [{ ...issuer, OIDC_ALLOWED_DOMAINS: "anna@example.org" }, "OIDC_ALLOWED_DOMAINS"],
  ])("is refused as %j", (env, name) => {
    expect(problemOf(env)).toContain(name);
  });

  it("may be on this machine without https", () => {
    expect(readConfig({ ...issuer, OIDC_ISSUER: "http://localhost:9000" }).oidc?.issuer).toBe("http://localhost:9000");
  });
});

describe("a model pack", () => {
  it("can be any that there is, with its own files in absolute places", () => {
    for (const id of packIds) expect(readConfig({ MODEL_PACK: id, MODEL_LICENCE_ACCEPTED: id }).modelPack.id).toBe(id);
    const { modelPack } = readConfig({ DATA_DIR: "/data", MODEL_DETECTOR: "scrfd.onnx", MODEL_MIRROR: "mirror" });
    expect(modelPack).toMatchObject({
      id: "standard",
      acceptedLicence: null,
      packsDir: "/data/models",
      files: { detector: path.resolve("scrfd.onnx"), recognizer: undefined },
      mirror: path.resolve("mirror"),
    });
    expect(readConfig({ MODEL_MIRROR: "https://files.example.org/x" }).modelPack.mirror).toBe(
      "https://files.example.org/x",
    );
  });
});
