import { z } from "zod";
import { type QualityProfile, qualityProfiles } from "@/lib/domain/quality/types";
import { AppError } from "@/lib/errors/app-error";

const profileNames = qualityProfiles.map((name) => name.toLowerCase()) as [Lowercase<QualityProfile>];

/** Parameters, in the query, as text parts of the form or as members of the JSON. */
export const assessParameters = z.object({
  profile: z
    .enum(profileNames, { error: `must be one of ${profileNames.join(", ")}` })
    .transform((name) => name.toUpperCase() as QualityProfile)
    .optional()
    .meta({ description: "What the picture has to be good for; the service's own choice when absent" }),
  facesMax: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .optional()
    .meta({ description: "Assesses the largest faces only", type: "integer", minimum: 1 }),
});

type AssessParameters = z.output<typeof assessParameters>;

/** @throws AppError `invalid_request` that names every broken parameter */
export function parseParameters(given: Readonly<Record<string, unknown>>): AssessParameters {
  const parsed = assessParameters.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ name: path.join("."), detail: message }));
  throw new AppError("invalid_request", fields.map(({ name, detail }) => `${name} ${detail}`).join("; "), { fields });
}
