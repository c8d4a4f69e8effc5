import { z } from "zod";

/** How many pictures a series has. */
export const seriesLength = { min: 2, max: 4 } as const;

const base64 = z.string({ error: "must be base64" }).min(1, "must not be empty");

/** A body of JSON: one picture, or several of one moment. Unknown members are ignored. */
export const checkBody = z.object({
  file: base64.optional().meta({ description: "One picture in base64, without a data: prefix" }),
  frames: z
    .array(base64)
    .min(seriesLength.min, `must hold at least ${seriesLength.min} pictures`)
    .max(seriesLength.max, `must hold at most ${seriesLength.max} pictures`)
    .optional()
    .meta({ description: "In the place of file: pictures of one moment, in the order of time" }),
});
