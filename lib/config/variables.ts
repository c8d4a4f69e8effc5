import { z } from "zod";
import { byteSize, domainList, flag, issuerUrl, oneOf, postgresUrl, proxyHops, webUrl, wholeNumber } from "./parsers";

const text = z.string();
const port = wholeNumber(1, 65_535);

/** Weak secrets are refused by size and by variety, so that a repeated character or a placeholder does not pass. */
const strongSecret = text.refine((secret) => Buffer.byteLength(secret) >= 32 && new Set(secret).size >= 8, {
  error: "must be a random secret of at least 32 bytes, for instance from `openssl rand -hex 32`",
});

function textOfBytes(bytes: number) {
  return text.refine((value) => Buffer.byteLength(value) === bytes, { error: `must have exactly ${bytes} bytes` });
}

/** Names and meaning that CompreFace's `.env` has too, where they are written in lower case. */
const sharedVariables = {
  POSTGRES_USERNAME: text.default("postgres"),
  POSTGRES_PASSWORD: text.optional(),
  POSTGRES_DOMAIN: text.optional(),
  POSTGRES_PORT: port.default(5432),
  POSTGRES_DB: text.default("frs"),
  ENABLE_EMAIL_SERVER: flag.default(false),
  EMAIL_HOST: text.optional(),
  EMAIL_PORT: port.default(587),
  EMAIL_USERNAME: text.optional(),
  EMAIL_PASSWORD: text.optional(),
  EMAIL_FROM: text.optional(),
  SAVE_IMAGES_TO_DB: flag.default(true),
  MAX_FILE_SIZE: byteSize.default(5 * 1024 ** 2),
  MAX_REQUEST_SIZE: byteSize.default(10 * 1024 ** 2),
  MAX_DETECT_SIZE: wholeNumber(64, 10_000).optional(),
};

const ownVariables = {
  DATABASE_URL: postgresUrl.optional(),
  PORT: port.default(8000),
  HOST: text.default("0.0.0.0"),
  PUBLIC_URL: webUrl.optional(),
  EMAIL_SECURE: flag.optional(),
  PASSWORD_LENGTH_MIN: wholeNumber(8, 64).default(8),
  OIDC_ISSUER: issuerUrl.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.max(40, "must have at most 40 characters").default("single sign-on"),
  OIDC_ALLOWED_DOMAINS: domainList.default([]),
  DATA_DIR: text.default("./data"),
  MODELS_DIR: text.optional(),
  MODEL_PACK: oneOf(["standard", "opencv", "insightface"]).optional(),
  MODEL_LICENCE_ACCEPTED: oneOf(["standard", "opencv", "insightface"]).optional(),
  MODEL_DETECTOR: text.optional(),
  MODEL_RECOGNIZER: text.optional(),
  MODEL_ANTISPOOF: text.optional(),
  MODEL_MIRROR: text.optional(),
  LIVENESS_MODE: oneOf(["MULTI", "SINGLE"]).default("MULTI"),
  INFERENCE_WORKERS: wholeNumber(1, 256).optional(),
  INFERENCE_QUEUE: wholeNumber(1, 10_000).optional(),
  RATE_LIMIT_PER_KEY: wholeNumber(1, 100_000).optional(),
  RATE_LIMIT_BURST: wholeNumber(1, 1_000_000).optional(),
  IMAGE_PIXELS_MAX: wholeNumber(10_000, 1_000_000_000).default(40_000_000),
  MAX_IMPORT_SIZE: byteSize.default(2 * 1024 ** 3),
  MASTER_KEY: strongSecret.optional(),
  SENSEID_DECRYPT_KEY: textOfBytes(32).optional(),
  SENSEID_DECRYPT_IV: textOfBytes(12).optional(),
  TRUST_PROXY: proxyHops.default(0),
  LOG_LEVEL: oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
};

/** The one schema of the environment; the rules between two variables come last. */
export const variables = z
  .object({ ...sharedVariables, ...ownVariables })
  .refine((env) => !env.ENABLE_EMAIL_SERVER || env.EMAIL_HOST !== undefined, {
    path: ["EMAIL_HOST"],
    error: "must be set when ENABLE_EMAIL_SERVER is true",
  })
  .refine((env) => !env.ENABLE_EMAIL_SERVER || env.EMAIL_FROM !== undefined, {
    path: ["EMAIL_FROM"],
    error: "must be set when ENABLE_EMAIL_SERVER is true",
  })
  .refine((env) => (env.OIDC_ISSUER === undefined) === (env.OIDC_CLIENT_ID === undefined), {
    path: ["OIDC_CLIENT_ID"],
    error: "must be set together with OIDC_ISSUER",
  })
  .refine((env) => (env.SENSEID_DECRYPT_KEY === undefined) === (env.SENSEID_DECRYPT_IV === undefined), {
    path: ["SENSEID_DECRYPT_IV"],
    error: "must be set together with SENSEID_DECRYPT_KEY",
  })
  .refine((env) => env.MAX_FILE_SIZE <= env.MAX_REQUEST_SIZE, {
    path: ["MAX_REQUEST_SIZE"],
    error: "must be at least MAX_FILE_SIZE",
  });

export type Variables = z.infer<typeof variables>;

export const variableNames = Object.keys(variables.shape) as readonly (keyof Variables)[];

/** Variables that may also be written in lower case. */
export const lowerCaseNames: ReadonlySet<string> = new Set(Object.keys(sharedVariables));

/** Variables that may be given as `<NAME>_FILE`, the path of a file with the value. */
export const secretNames: ReadonlySet<string> = new Set([
  "DATABASE_URL",
  "POSTGRES_PASSWORD",
  "EMAIL_PASSWORD",
  "OIDC_CLIENT_SECRET",
  "MASTER_KEY",
  "SENSEID_DECRYPT_KEY",
  "SENSEID_DECRYPT_IV",
]);
