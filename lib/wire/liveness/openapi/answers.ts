import { z } from "zod";

const share = (description: string) => z.number().min(0).max(1).meta({ description });

export const verdict = z.strictObject({
  isLive: z.boolean().meta({ description: "Whether the probability reaches its border" }),
  probability: share("That a living face stood before the camera; a hint, not a certified test"),
  probabilityMin: share("The border"),
  evidence: z.strictObject({
    pictures: z.int().min(1).max(4).meta({ description: "How many were judged" }),
    samePerson: z.boolean().optional().meta({ description: "Of a series: probability is 0.1 at most when false" }),
    samePicture: z.boolean().optional().meta({ description: "Of a series: probability is 0.4 at most when true" }),
  }),
});
