import { z } from "zod";
import { nameSchema } from "@/lib/domain/applications/schema";
import { keyScopes } from "./types";

/** An API key that a caller brings along: a random UUID (version 4), in lower case. */
export const apiKeySchema = z.uuid({ version: "v4", error: "must be a UUID of version 4" }).toLowerCase();

export const addApiKeyInput = z.strictObject({
  name: nameSchema,
  scopes: z
    .array(z.enum(keyScopes, { error: `must be one of ${keyScopes.join(", ")}` }))
    .min(1, "must have at least one scope")
    .transform((scopes) => keyScopes.filter((scope) => scopes.includes(scope))),
  /** Absent: never. */
  expiresAt: z.iso
    .datetime({ offset: true, error: "must be a date and time of ISO 8601 with its zone" })
    .transform((text) => new Date(text))
    .optional(),
});
export type AddApiKeyInput = z.output<typeof addApiKeyInput>;

const graceMinutesMax = 7 * 24 * 60;

/** How long the old key works beside the new one. */
export const rotateApiKeyInput = z.strictObject({
  graceMinutes: z.number().int().min(0).max(graceMinutesMax),
});
