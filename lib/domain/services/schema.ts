import { z } from "zod";
import { apiKeySchema } from "@/lib/domain/api-keys/schema";
import { nameSchema } from "@/lib/domain/applications/schema";
import {
  encryptionIvSchema,
  encryptionKeySchema,
  halfPairProblem,
  isWholePair,
} from "@/lib/domain/client-encryption/schema";
import { qualityLimitsSchema } from "@/lib/domain/quality/schema";
import { type QualityLimits, qualityGates, qualityProfiles } from "@/lib/domain/quality/types";
import { decisionPolicies, livenessChecks, responseFormats, saveImagesChoices, serviceTypes } from "./types";

const serviceTypeSchema = z.enum(serviceTypes, { error: `must be one of ${serviceTypes.join(", ")}` });

export const createServiceInput = z
  .strictObject({
    applicationName: nameSchema,
    name: nameSchema,
    type: serviceTypeSchema,
    /** Absent: a random one. */
    apiKey: apiKeySchema.optional(),
    /** AES-256 key and 96-bit IV with which a client encrypts what it sends. */
    encryptionKey: encryptionKeySchema.optional(),
    encryptionIv: encryptionIvSchema.optional(),
  })
  .refine(isWholePair, halfPairProblem);
export type CreateServiceInput = z.output<typeof createServiceInput>;

export const addServiceInput = z.strictObject({ name: nameSchema, type: serviceTypeSchema });
export const cloneServiceInput = z.strictObject({ name: nameSchema });
/** The name as it was typed to confirm the removal. */
export const removeServiceInput = z.strictObject({ name: z.string().max(200, "must have at most 200 characters") });

function isWebOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && ["http:", "https:"].includes(url.protocol) && url.origin === text.toLowerCase();
}

const originSchema = z
  .string()
  .max(200, "must have at most 200 characters")
  .refine(isWebOrigin, { error: "must be an origin such as https://example.org, without path" })
  .toLowerCase();

const settingsShape = {
  responseFormat: z.enum(responseFormats),
  /** Null follows the detector's own threshold. */
  detectionProbabilityMin: z.number().min(0).max(1).nullable(),
  decisionPolicy: z.enum(decisionPolicies),
  similarityMin: z.number().min(0).max(1).nullable(),
  saveImages: z.enum(saveImagesChoices),
  livenessCheck: z.enum(livenessChecks),
  qualityGate: z.enum(qualityGates),
  qualityProfile: z.enum(qualityProfiles),
  customQualityLimits: qualityLimitsSchema.nullable(),
  openBaseUrl: z.boolean(),
  allowedOrigins: z
    .array(originSchema)
    .max(20, "must have at most 20 origins")
    .transform((origins) => [...new Set(origins)]),
} as const;

const someSettings = z.strictObject(settingsShape).partial();

// The threshold belongs to the policy CUSTOM alone, so that neither can be changed without regard to the other.
function hasFittingThreshold({ decisionPolicy, similarityMin }: z.output<typeof someSettings>): boolean {
  if (decisionPolicy === undefined) return similarityMin === undefined;
  return (decisionPolicy === "CUSTOM") === (typeof similarityMin === "number");
}

// As with the threshold.
function hasFittingLimits({ qualityProfile, customQualityLimits }: z.output<typeof someSettings>): boolean {
  if (qualityProfile === undefined) return customQualityLimits === undefined;
  const isGiven = Object.keys(customQualityLimits ?? {}).length > 0;
  return (qualityProfile === "CUSTOM") === isGiven;
}

function limitsToStore({ qualityProfile, customQualityLimits }: z.output<typeof someSettings>): QualityLimits | null {
  return qualityProfile === "CUSTOM" ? (customQualityLimits ?? null) : null;
}

const settingsInput = someSettings
  .refine(hasFittingThreshold, {
    path: ["similarityMin"],
    error: "must be given together with the decision policy CUSTOM, and with no other",
  })
  .refine(hasFittingLimits, {
    path: ["customQualityLimits"],
    error: "must be given together with the quality profile CUSTOM, and with no other",
  })
  .transform((given) => ({
    ...given,
    ...(given.decisionPolicy !== undefined && { similarityMin: given.similarityMin ?? null }),
    ...(given.qualityProfile !== undefined && { customQualityLimits: limitsToStore(given) }),
  }));

/** What is absent stays as it is. */
export const changeServiceInput = z
  .strictObject({ name: nameSchema.optional(), settings: settingsInput.optional() })
  .refine(({ name, settings }) => name !== undefined || settings !== undefined, {
    error: "must change the name or settings",
  });
export type ChangeServiceInput = z.output<typeof changeServiceInput>;
