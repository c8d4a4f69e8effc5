import { z } from "zod";

const pixel = (description: string) => z.int().meta({ description });
const share = (description: string) => z.number().min(0).max(1).meta({ description });
const points = z.array(z.tuple([z.int(), z.int()]));
const embedding = z.array(z.number()).meta({ description: "The face as numbers, with the plugin calculator" });

const box = z.strictObject({
  probability: share("How likely this is a face"),
  x_max: pixel("Right edge"),
  y_max: pixel("Bottom edge"),
  x_min: pixel("Left edge"),
  y_min: pixel("Top edge"),
});

const age = z
  .union([z.tuple([z.int(), z.int()]), z.strictObject({ probability: z.number(), high: z.int(), low: z.int() })])
  .meta({ description: "Range in years: [low, high] in the classic format, an object in the format 1.x" });

const gender = z
  .union([z.enum(["male", "female"]), z.strictObject({ probability: z.number(), value: z.enum(["male", "female"]) })])
  .meta({ description: "A word in the classic format, an object in the format 1.x" });

const decision = z.strictObject({
  value: z.enum(["match", "unknown"]),
  threshold: share("Similarity from which on the service takes a face for the subject"),
  false_accept_rate: share("How often a search for a stranger would find this similarity or a higher one").optional(),
});

const pluginNumbers = (description: string) => z.record(z.string(), z.number()).meta({ description });
const versions = z
  .record(z.string(), z.string())
  .meta({ description: "Version of the networks behind each plugin, with status=true" });

const reasons = z.array(
  z.strictObject({
    measure: z.string(),
    score: z.int(),
    score_min: z.int(),
    problem: z.string(),
    advice: z.string(),
  }),
);

const face = z.strictObject({
  age: age.optional(),
  gender: gender.optional(),
  pose: z
    .strictObject({ pitch: z.number(), roll: z.number(), yaw: z.number() })
    .optional()
    .meta({ description: "Degrees, 0 for a frontal face" }),
  embedding: embedding.optional(),
  box,
  execution_time: pluginNumbers("Milliseconds for each plugin, with status=true").optional(),
  mask: z
    .strictObject({
      probability: z.number(),
      value: z.enum(["without_mask", "with_mask", "mask_weared_incorrect"]),
    })
    .optional(),
  landmarks: points.optional().meta({ description: "5 points, or 106 with the plugin landmarks2d106" }),
  emotion: z
    .strictObject({ value: z.string(), probabilities: z.record(z.string(), z.number()) })
    .optional()
    .meta({ description: "Beyond the original: the likeliest of seven emotions" }),
  occlusion: z
    .record(z.string(), z.strictObject({ probability: z.number(), occluded: z.boolean() }))
    .optional()
    .meta({ description: "Beyond the original: ten regions of the face; left as seen in the picture" }),
  liveness: z
    .strictObject({ probability: z.number() })
    .optional()
    .meta({ description: "Beyond the original: that no print and no screen was before the camera" }),
  quality: z
    .strictObject({
      unified: share("How well the face will be recognised"),
      profile: z.enum(["enrolment", "icao", "webcam", "custom"]),
      passed: z.boolean(),
      reasons: reasons.meta({
        description: "The measures that do not reach the lowest scores of the service's profile",
      }),
    })
    .optional()
    .meta({ description: "Beyond the original: the picture of this face, measured against the service's profile" }),
});

const similarity = share("0.5 lies where one in a thousand strangers is taken for the same person");
const far = share("With the plugin decision: false-accept rate of this similarity").optional();
const subjectName = z.string().meta({ example: "Tom" });

const subjectMatches = z.array(z.strictObject({ subject: subjectName, similarity, far }));
const faceMatch = face.extend({ similarity, far, decision: decision.optional() });
const storedFace = z.strictObject({ image_id: z.uuid(), subject: subjectName });
const admission = z
  .strictObject({
    score: z.int().min(0).max(100),
    passed: z.boolean(),
    reasons,
  })
  .meta({ description: "Beyond the original: what the service's quality gate measured, where it has one" });
const embeddingMatches = z.strictObject({ result: z.array(z.strictObject({ embedding, similarity })) });

const job = z.strictObject({
  job_id: z.uuid(),
  kind: z.enum(["import", "export", "reembed"]),
  state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
  total: z.int().min(0).optional().meta({ description: "Files or faces of the archive, once they are counted" }),
  done: z.int().min(0).meta({ description: "Faces added" }),
  failed: z.int().min(0).meta({ description: "Files or faces that were not added" }),
  problem: z.string().optional().meta({ description: "Why the whole job failed" }),
  created_at: z.iso.datetime(),
  started_at: z.iso.datetime().optional(),
  finished_at: z.iso.datetime().optional(),
});
const page = {
  page_number: z.int().min(0),
  page_size: z.int().min(1),
  total_pages: z.int().min(0),
  total_elements: z.int().min(0),
};
const jobItem = z.strictObject({
  file: z.string().meta({ description: "Name within the archive", example: "Tom/1.jpg" }),
  subject: z.string(),
  image_id: z.uuid().optional().meta({ description: "Of the face that was added" }),
  problem: z.string().optional().meta({ description: "Why it was not added" }),
});

/** Shapes of all answers of success. The golden files of the contract tests are checked against them. */
export const answers = {
  detection: z.strictObject({ result: z.array(face), plugins_versions: versions.optional() }),
  recognition: z.strictObject({
    result: z.array(face.extend({ subjects: subjectMatches, decision: decision.optional() })),
    plugins_versions: versions.optional(),
  }),
  recognizedEmbeddings: z.strictObject({
    result: z.array(z.strictObject({ embedding, similarities: subjectMatches })),
  }),
  storedVerification: z.strictObject({
    result: z.array(faceMatch.extend({ subject: subjectName })),
    plugins_versions: versions.optional(),
  }),
  verification: z.strictObject({
    result: z.array(
      z.strictObject({
        source_image_face: face,
        face_matches: z.array(faceMatch),
        plugins_versions: versions.optional(),
      }),
    ),
  }),
  embeddingMatches,
  subject: z.strictObject({ subject: subjectName }),
  subjects: z.strictObject({ subjects: z.array(subjectName) }),
  updated: z.strictObject({ updated: z.boolean() }),
  deleted: z.strictObject({ deleted: z.int().min(0) }),
  storedFace,
  enrolledFace: storedFace.extend({ quality: admission.optional() }),
  storedFaces: z.array(storedFace),
  job,
  jobs: z.strictObject({ jobs: z.array(job), ...page }),
  jobItems: z.strictObject({ items: z.array(jobItem), ...page }),
  facePage: z.strictObject({
    faces: z.array(storedFace),
    ...page,
  }),
  migration: z.literal("Migration started"),
  config: z.strictObject({ clientMaxFileSize: z.int(), clientMaxBodySize: z.int() }),
  consistence: z.strictObject({
    demoFaceCollectionIsInconsistent: z.boolean(),
    dbIsInconsistent: z.boolean().meta({ description: "Whether stored faces were made by other networks" }),
    saveImagesToDB: z.boolean(),
    status: z.literal("OK"),
  }),
} as const;

/** Every failure. */
export const failure = z.strictObject({ message: z.string(), code: z.int() });
