import { z } from "zod";

const rated = <Value extends z.ZodType>(value: Value) => z.object({ value, probability: z.number() });
const decision = z.object({
  value: z.enum(["match", "unknown"]),
  threshold: z.number(),
  false_accept_rate: z.number().optional(),
});
const range = z.union([
  z.tuple([z.number(), z.number()]).transform(([low, high]) => ({ low, high })),
  z.object({ low: z.number(), high: z.number() }),
]);
const gender = z.union([z.string(), rated(z.string()).transform(({ value }) => value)]);

const faceSchema = z.object({
  box: z.object({
    probability: z.number(),
    x_min: z.number(),
    y_min: z.number(),
    x_max: z.number(),
    y_max: z.number(),
  }),
  age: range.optional(),
  gender: gender.optional(),
  pose: z.object({ pitch: z.number(), yaw: z.number(), roll: z.number() }).optional(),
  mask: rated(z.string()).optional(),
  emotion: z.object({ value: z.string(), probabilities: z.record(z.string(), z.number()) }).optional(),
  liveness: z.object({ probability: z.number() }).optional(),
  occlusion: z.record(z.string(), z.object({ probability: z.number(), occluded: z.boolean() })).optional(),
  landmarks: z.array(z.tuple([z.number(), z.number()])).optional(),
  subjects: z.array(z.object({ subject: z.string(), similarity: z.number(), far: z.number().optional() })).optional(),
  similarity: z.number().optional(),
  decision: decision.optional(),
  execution_time: z.record(z.string(), z.number()).optional(),
});

type AnswerFace = z.infer<typeof faceSchema>;

const ofOnePicture = z.object({ result: z.array(faceSchema) }).transform(({ result }) => [result]);
const ofPair = z
  .object({ result: z.tuple([z.object({ source_image_face: faceSchema, face_matches: z.array(faceSchema) })]) })
  .transform(({ result: [pair] }) => [[pair.source_image_face], pair.face_matches]);
const answerSchema = z.union([ofPair, ofOnePicture]);

/** A face, its number on the page from 1, and the picture that it is on. */
export interface ShownFace extends AnswerFace {
  readonly number: number;
  /** Position of the picture among those that were sent. */
  readonly picture: number;
}

/** The faces of an answer, in its order; none where the answer has no faces. */
export function facesOf(body: unknown): readonly ShownFace[] {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) return [];
  const pictures: readonly (readonly AnswerFace[])[] = parsed.data;
  return pictures
    .flatMap((faces, picture) => faces.map((face) => ({ ...face, picture })))
    .map((face, index) => ({ ...face, number: index + 1 }));
}

const refusalSchema = z.object({ message: z.string(), code: z.number() });

/** Why the service refused, in the wire's words and by its number. */
export const refusalOf = (body: unknown): z.infer<typeof refusalSchema> | null =>
  refusalSchema.safeParse(body).data ?? null;

/** Milliseconds of each stage, all faces together; empty when none were asked for. */
export function stagesOf(faces: readonly ShownFace[]): readonly (readonly [stage: string, ms: number])[] {
  const sums = new Map<string, number>();
  for (const { execution_time = {} } of faces) {
    for (const [stage, ms] of Object.entries(execution_time)) sums.set(stage, (sums.get(stage) ?? 0) + ms);
  }
  return [...sums].sort(([, left], [, right]) => right - left);
}
