import { z } from "zod";
import { brokenRules } from "./catalogue";

const intMax = 2 ** 31 - 1;
const booleanWords: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  "1": true,
  false: false,
  off: false,
  no: false,
  "0": false,
};

/** Boxes kept, the largest first; 0 keeps all. */
const limit = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return 0;
    const value = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= 0 && value <= intMax) return value;
    const message = value < 0 ? "Limit should be equal or greater than 0" : "Limit should be an integer";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  })
  .meta({ description: "Maximum number of faces, the largest first; 0 means no limit", example: "1" });

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
  .meta({ description: "Boxes with a probability at or below it are dropped", example: "0.8" });

const facePlugins = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((slug) => slug !== ""))
  .meta({ description: "Plugins, separated by commas or blanks; unknown ones are ignored", example: "landmarks,age" });

const flag = (name: string) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return false;
      const value = Object.hasOwn(booleanWords, text.toLowerCase()) ? booleanWords[text.toLowerCase()] : undefined;
      if (value !== undefined) return value;
      context.addIssue({ code: "custom", message: `${name} should be true or false` });
      return z.NEVER;
    });

/** Parameters of every operation that looks for faces in a picture. */
export const faceParameters = z.object({
  limit,
  det_prob_threshold: detectionThreshold,
  face_plugins: facePlugins,
  status: flag("status").meta({ description: "Adds execution times and plugin versions", example: "true" }),
});

/** Parses collected parameters. @throws ComprefaceError 400/26 with the text of every broken rule */
export function parseParameters<S extends z.ZodType>(schema: S, parameters: Record<string, string>): z.infer<S> {
  const parsed = schema.safeParse(parameters);
  if (parsed.success) return parsed.data;
  throw brokenRules(parsed.error.issues.map((issue) => issue.message));
}
