import { z } from "zod";
import { measuresOfProfile } from "@/lib/domain/quality/service";
import type { ServiceSettings } from "@/lib/domain/services/types";
import { brokenRules } from "./catalogue";
import { flag, integer } from "./parameter-rules";
import { featuresOf } from "./plugins";

/** Boxes kept, the largest first; 0 keeps all. */
const limit = integer({
  min: 0,
  fallback: 0,
  tooSmall: "Limit should be equal or greater than 0",
  noInteger: "Limit should be an integer",
}).meta({
  description: "Maximum number of faces, the largest first; 0 means no limit",
  type: "integer",
  minimum: 0,
  default: 0,
});

const predictionCount = integer({
  min: 1,
  fallback: 1,
  tooSmall: "prediction_count should be equal or greater than 1",
  noInteger: "prediction_count should be an integer",
}).meta({
  description: "Maximum number of subjects for each face, the most similar first",
  type: "integer",
  minimum: 1,
  default: 1,
});

const detectionThreshold = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return undefined;
    const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (value >= 0 && value <= 1) return value;
    context.addIssue({ code: "custom", message: "det_prob_threshold should be a number between 0 and 1" });
    return z.NEVER;
  })
  .meta({
    description:
      "Boxes with a probability at or below it are dropped; the service's setting or the detector's when absent",
    type: "number",
    minimum: 0,
    maximum: 1,
    example: 0.8,
  });

const facePlugins = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((slug) => slug !== ""))
  .meta({
    description:
      "landmarks, landmarks2d106, age, gender, mask, pose, calculator; ours: decision, emotion, occlusion, liveness, " +
      "quality. Separated by commas or blanks, unknown ones are ignored",
    example: "landmarks,age",
  });

/** Parameters of every operation that looks for faces in a picture. */
export const faceParameters = z.object({
  limit,
  det_prob_threshold: detectionThreshold,
  face_plugins: facePlugins,
  status: flag("status", false).meta({
    description: "Adds execution times and plugin versions",
    type: "boolean",
    default: false,
  }),
});

/** Of an operation that stores a face, beside the subject's name, which has rules of its own. */
export const enrolParameters = z.object({ det_prob_threshold: detectionThreshold });

/** Those of recognition. */
export const recognizeParameters = faceParameters.extend({
  prediction_count: predictionCount,
  detect_faces: flag("detect_faces", true).meta({
    description: "false takes the whole picture for one face instead of looking for faces",
    type: "boolean",
    default: true,
  }),
});

/** Of a search for faces whose embeddings the client has. */
export const embeddingParameters = z.object({ prediction_count: predictionCount });

/** Of an export. */
export const exportParameters = z.object({
  images: flag("images", true).meta({
    description: "Whether kept pictures go along",
    type: "boolean",
    default: true,
  }),
});

/** Of the list of what became of a job's files, beside its page. */
export const jobItemParameters = z.object({
  failed: flag("failed", false).meta({
    description: "Only files that were not added",
    type: "boolean",
    default: false,
  }),
});

/** The parameters of a picture in the words of the domain, for a service with these settings. */
export function analysisWishes(
  { face_plugins, det_prob_threshold, limit }: z.infer<typeof faceParameters>,
  settings: ServiceSettings,
) {
  return {
    features: featuresOf(face_plugins),
    quality: face_plugins.includes("quality") ? measuresOfProfile(settings) : undefined,
    probabilityMin: det_prob_threshold,
    facesMax: limit || undefined,
  };
}

/** Parses collected parameters. @throws ComprefaceError 400/26 with the text of every broken rule */
export function parseParameters<S extends z.ZodType>(schema: S, parameters: Record<string, string>): z.infer<S> {
  const parsed = schema.safeParse(parameters);
  if (parsed.success) return parsed.data;
  throw brokenRules(parsed.error.issues.map((issue) => issue.message));
}
