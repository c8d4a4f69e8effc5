import { z } from "zod";

const features = [
  "cheek_left",
  "cheek_right",
  "chin",
  "eye_left",
  "eye_right",
  "eyebrow_left",
  "eyebrow_right",
  "forehead",
  "mouth",
  "nose",
] as const;

const jobId = z
  .string()
  .regex(/^\d{17}[0-9a-f]{64}$/)
  .meta({ description: "Time in UTC to the millisecond and 64 hexadecimal digits" });

const empty = z.strictObject({});

const item = z.strictObject({
  accepted: z.boolean(),
  face_iqa: z
    .union([z.strictObject({ accepted: z.boolean(), iqa_score: z.number().min(0).max(1) }), empty])
    .meta({ description: "Empty where an earlier step rejected the image" }),
  face_occlusion: z
    .union([
      z.strictObject({ occluded: z.boolean(), occluded_features: z.record(z.enum(features), z.boolean()) }),
      empty,
    ])
    .meta({ description: "Left and right are the person's own; empty where there is not exactly one face" }),
});

/** Every answer of 200. The golden files of the contract tests are checked against it. */
export const prediction = z.strictObject({
  job: z.strictObject({
    id: jobId,
    result: z.strictObject({
      analytic_type: z.literal("FACE IQA PIPELINE"),
      result: z.array(item).meta({ description: "One for each image, in the request's order" }),
      status: z.literal("success"),
    }),
  }),
  message: z.string().meta({ description: "Of the first image that is not accepted" }),
  ok: z.literal(true),
});

export const failure = z.strictObject({
  job: z.strictObject({ id: jobId, result: z.null() }),
  message: z.string(),
  ok: z.literal(false),
});
