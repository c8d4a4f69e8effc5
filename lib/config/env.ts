import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ConfigError, type ConfigProblem } from "./config-error";
import { lowerCaseNames, secretNames, type Variables, variableNames, variables } from "./variables";

export type Environment = Readonly<Record<string, string | undefined>>;
export type Config = ReturnType<typeof toConfig>;

type ReadFile = (file: string) => string;

// Empty counts as absent: compose files pass variables on as `EMAIL_HOST=`.
const given = (value: string | undefined) => (value?.trim() ? value : undefined);

function lookUp(env: Environment, name: string): string | undefined {
  return given(env[name]) ?? (lowerCaseNames.has(name) ? given(env[name.toLowerCase()]) : undefined);
}

function readSecretFile(name: string, file: string, readFile: ReadFile): string {
  try {
    return readFile(file).trim();
  } catch (cause) {
    throw new ConfigError([{ name: `${name}_FILE`, detail: "must be the path of a readable file" }], { cause });
  }
}

function readValue(env: Environment, name: string, readFile: ReadFile): string | undefined {
  const value = lookUp(env, name);
  const file = secretNames.has(name) ? given(env[`${name}_FILE`] ?? env[`${name}_file`]) : undefined;
  if (file === undefined) return value;
  if (value !== undefined) {
    throw new ConfigError([{ name, detail: `must not be set together with ${name}_FILE` }]);
  }
  return readSecretFile(name, file, readFile);
}

/** External database, or null for the embedded one. */
function databaseUrl(env: Variables): string | null {
  if (env.DATABASE_URL !== undefined) return env.DATABASE_URL;
  if (env.POSTGRES_DOMAIN === undefined) return null;
  const user = encodeURIComponent(env.POSTGRES_USERNAME);
  const credentials = env.POSTGRES_PASSWORD ? `${user}:${encodeURIComponent(env.POSTGRES_PASSWORD)}` : user;
  return `postgresql://${credentials}@${env.POSTGRES_DOMAIN}:${env.POSTGRES_PORT}/${encodeURIComponent(env.POSTGRES_DB)}`;
}

function mailOf(env: Variables) {
  return {
    enabled: env.ENABLE_EMAIL_SERVER,
    host: env.EMAIL_HOST ?? null,
    port: env.EMAIL_PORT,
    /** TLS from the first byte; null: on port 465 only, elsewhere the connection is raised to TLS by STARTTLS. */
    secure: env.EMAIL_SECURE ?? null,
    username: env.EMAIL_USERNAME ?? null,
    password: env.EMAIL_PASSWORD ?? null,
    from: env.EMAIL_FROM ?? null,
  } as const;
}

/** The identity provider, or null where people sign in with passwords alone. */
function oidcOf(env: Variables) {
  if (env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID === undefined) return null;
  return {
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    /** Null for a public client, which PKCE protects alone. */
    clientSecret: env.OIDC_CLIENT_SECRET ?? null,
    /** What stands on the button. */
    name: env.OIDC_NAME,
    /** Of mail addresses, lower case; empty lets every address in. */
    allowedDomains: env.OIDC_ALLOWED_DOMAINS,
  } as const;
}

/** Requests with one API key, or null where nothing limits them. */
function keyRateOf({ RATE_LIMIT_PER_KEY: perSecond, RATE_LIMIT_BURST: burst }: Variables) {
  return perSecond === undefined ? null : { perSecond, burst: burst ?? 2 * perSecond };
}

/** With which clients encrypt pictures for services without a pair of their own; null where each needs one. */
function clientEncryptionOf({ SENSEID_DECRYPT_KEY: encryptionKey, SENSEID_DECRYPT_IV: encryptionIv }: Variables) {
  return encryptionKey === undefined || encryptionIv === undefined ? null : { encryptionKey, encryptionIv };
}

/** Which networks find and recognise faces, and where their files come from; all paths absolute. */
function modelPackOf(env: Variables) {
  const file = (given: string | undefined) => given && path.resolve(/* turbopackIgnore: true */ given);
  const isWeb = env.MODEL_MIRROR !== undefined && /^https?:/i.test(env.MODEL_MIRROR);
  return {
    id: env.MODEL_PACK ?? "standard",
    /** Whether it was named here; else the owner may choose another one. */
    isPinned: env.MODEL_PACK !== undefined,
    /** The pack whose licence was read and accepted, or null. */
    acceptedLicence: env.MODEL_LICENCE_ACCEPTED ?? null,
    /** Holds a folder for each pack with files of its own. */
    packsDir: path.resolve(/* turbopackIgnore: true */ `${env.DATA_DIR}/models`),
    files: {
      detector: file(env.MODEL_DETECTOR),
      recognizer: file(env.MODEL_RECOGNIZER),
      antispoof: file(env.MODEL_ANTISPOOF),
    },
    /** Folder or web address with the files to download, or null for their publishers'. */
    mirror: (isWeb ? env.MODEL_MIRROR : file(env.MODEL_MIRROR)) ?? null,
  } as const;
}

function toConfig(env: Variables) {
  return {
    host: env.HOST,
    port: env.PORT,
    /** Without a trailing slash. */
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    trustProxyHops: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    // Without the comments in the calls, Next's tracing would copy the whole project folder into the server.
    /** Absolute. */
    dataDir: path.resolve(/* turbopackIgnore: true */ env.DATA_DIR),
    /** Absolute. Holds the converted networks, which an image brings along outside of the data. */
    modelsDir: path.resolve(/* turbopackIgnore: true */ env.MODELS_DIR ?? `${env.DATA_DIR}/models`),
    databaseUrl: databaseUrl(env),
    masterKey: env.MASTER_KEY ?? null,
    clientEncryption: clientEncryptionOf(env),
    mail: mailOf(env),
    oidc: oidcOf(env),
    /** Characters; at least 8, as CompreFace has it. */
    passwordLengthMin: env.PASSWORD_LENGTH_MIN,
    saveImages: env.SAVE_IMAGES_TO_DB,
    fileBytesMax: env.MAX_FILE_SIZE,
    requestBytesMax: env.MAX_REQUEST_SIZE,
    /** Of the archive of an import. */
    importBytesMax: env.MAX_IMPORT_SIZE,
    keyRate: keyRateOf(env),
    imagePixelsMax: env.IMAGE_PIXELS_MAX,
    /** Longest side in pixels for detection; null leaves it to the model pack. */
    detectSizeMax: env.MAX_DETECT_SIZE ?? null,
    modelPack: modelPackOf(env),
    /** Whether the vendor's endpoint for several pictures of one moment is open. */
    livenessMode: env.LIVENESS_MODE,
    /** Null: one per core of the quota. */
    inferenceWorkers: env.INFERENCE_WORKERS ?? null,
    /** Requests that may wait; null leaves it to the engine. */
    inferenceQueue: env.INFERENCE_QUEUE ?? null,
  } as const;
}

/**
 * Reads the whole configuration out of `env`. Unknown variables are ignored.
 *
 * @throws ConfigError naming every variable that is wrong, without its value
 */
export function readConfig(env: Environment, readFile: ReadFile = (file) => readFileSync(file, "utf8")): Config {
  const parsed = variables.safeParse(
    Object.fromEntries(variableNames.map((name) => [name, readValue(env, name, readFile)])),
  );
  if (parsed.success) return toConfig(parsed.data);
  throw new ConfigError(
    parsed.error.issues.map((issue): ConfigProblem => ({ name: issue.path.join("."), detail: issue.message })),
  );
}

/** Adds the variables of `<directory>/.env`, where there is one, to this process; those already set win. */
export function loadDotEnv(directory: string): void {
  const file = path.join(directory, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Lets next-auth build its addresses from the host that we hand it; it reads this from the environment alone. */
export function trustRequestHost(): void {
  process.env.AUTH_TRUST_HOST = "true";
}

let memo: Config | undefined;

/** The configuration of this process, read at the first call. @throws ConfigError */
export function config(): Config {
  memo ??= readConfig(process.env);
  return memo;
}
