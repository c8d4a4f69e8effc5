import { z } from "zod/mini";
import type { Picture } from "./picture";
import { vendorFacesOf } from "./vendor-faces";

const rated = <Value extends z.ZodMiniType>(value: Value) => z.object({ value, probability: z.number() });
const decision = z.object({
  value: z.enum(["match", "unknown"]),
  threshold: z.number(),
  false_accept_rate: z.optional(z.number()),
});
const range = z.union([
  z.pipe(
    z.tuple([z.number(), z.number()]),
    z.transform(([low, high]) => ({ low, high })),
  ),
  z.object({ low: z.number(), high: z.number() }),
]);
const gender = z.union([
  z.string(),
  z.pipe(
    rated(z.string()),
    z.transform(({ value }) => value),
  ),
]);

const faceSchema = z.object({
  box: z.object({
    probability: z.number(),
    x_min: z.number(),
    y_min: z.number(),
    x_max: z.number(),
    y_max: z.number(),
  }),
  age: z.optional(range),
  gender: z.optional(gender),
  pose: z.optional(z.object({ pitch: z.number(), yaw: z.number(), roll: z.number() })),
  mask: z.optional(rated(z.string())),
  emotion: z.optional(z.object({ value: z.string(), probabilities: z.record(z.string(), z.number()) })),
  liveness: z.optional(z.object({ probability: z.number() })),
  occlusion: z.optional(z.record(z.string(), z.object({ probability: z.number(), occluded: z.boolean() }))),
  landmarks: z.optional(z.array(z.tuple([z.number(), z.number()]))),
  subjects: z.optional(z.array(z.object({ subject: z.string(), similarity: z.number(), far: z.optional(z.number()) }))),
  similarity: z.optional(z.number()),
  decision: z.optional(decision),
  execution_time: z.optional(z.record(z.string(), z.number())),
});

type AnswerFace = z.infer<typeof faceSchema>;
type Box = Omit<AnswerFace["box"], "probability"> & { readonly probability?: number | undefined };

/** How good a face is for a purpose. */
export interface FaceQuality {
  readonly passed: boolean;
  /** 0 to 100, of the face as a whole. */
  readonly score: number;
  /** Scores by measure; those with a limit count for the purpose. */
  readonly measures: Readonly<
    Record<
      string,
      { readonly score: number; readonly scoreMin?: number | undefined; readonly passed?: boolean | undefined }
    >
  >;
  readonly reasons: readonly { readonly measure: string; readonly problem: string; readonly advice: string }[];
}

/** What is known of a face, from whichever API. */
export interface Face extends Omit<AnswerFace, "box"> {
  readonly box: Box;
  readonly quality?: FaceQuality;
  /** What the service decided. */
  readonly isLive?: boolean;
}

const ofOnePicture = z.pipe(
  z.object({ result: z.array(faceSchema) }),
  z.transform(({ result }) => [result]),
);
const ofPair = z.pipe(
  z.object({ result: z.tuple([z.object({ source_image_face: faceSchema, face_matches: z.array(faceSchema) })]) }),
  z.transform(({ result: [pair] }) => [[pair.source_image_face], pair.face_matches]),
);
const answerSchema = z.union([ofPair, ofOnePicture]);

/** A face, its number on the page from 1, and the picture that it is on. */
export interface ShownFace extends Face {
  readonly number: number;
  /** Position of the picture among those that were sent. */
  readonly picture: number;
}

/** The faces of an answer to these pictures, in its order; none where the answer tells no places. */
export function facesOf(body: unknown, pictures: readonly Picture[]): readonly ShownFace[] {
  const parsed = answerSchema.safeParse(body).data;
  const size = pictures[0]?.shown ?? { width: 1000, height: 1000 };
  const lists: readonly (readonly Face[])[] = parsed ?? [vendorFacesOf(body, size)];
  return lists
    .flatMap((faces, picture) => faces.map((face) => ({ ...face, picture })))
    .map((face, index) => ({ ...face, number: index + 1 }));
}

const refusalSchema = z.object({ message: z.string(), code: z.optional(z.union([z.number(), z.string()])) });
const problemSchema = z.object({ detail: z.string(), code: z.string() });

interface RefusalWords {
  readonly message: string;
  readonly code?: number | string | undefined;
}

/** Why the service refused, in its own words and by its number or name. */
export function refusalOf(body: unknown): RefusalWords | null {
  const problem = problemSchema.safeParse(body).data;
  if (problem !== undefined) return { message: problem.detail, code: problem.code };
  return refusalSchema.safeParse(body).data ?? null;
}

/** Milliseconds of each stage, all faces together; empty when none were asked for. */
export function stagesOf(faces: readonly ShownFace[]): readonly (readonly [stage: string, ms: number])[] {
  const sums = new Map<string, number>();
  for (const { execution_time = {} } of faces) {
    for (const [stage, ms] of Object.entries(execution_time)) sums.set(stage, (sums.get(stage) ?? 0) + ms);
  }
  return [...sums].sort(([, left], [, right]) => right - left);
}
