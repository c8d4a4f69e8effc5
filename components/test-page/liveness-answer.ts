import { z } from "zod/mini";

const schema = z.object({
  isLive: z.boolean(),
  probability: z.number(),
  probabilityMin: z.number(),
  evidence: z.object({
    pictures: z.number(),
    samePerson: z.optional(z.boolean()),
    samePicture: z.optional(z.boolean()),
  }),
});

/** Whether pictures show a living person, and what speaks for it. */
export type Liveness = z.infer<typeof schema>;

/** The verdict in an answer; null for an answer of another kind. */
export const livenessOf = (body: unknown): Liveness | null => schema.safeParse(body).data ?? null;
