import { z } from "zod";
import {
  embeddingParameters,
  enrolParameters,
  exportParameters,
  faceParameters,
  jobItemParameters,
  recognizeParameters,
} from "@/lib/wire/compreface/schema";

const subject = z.string().min(1).max(255).meta({ description: "Name of a subject, found in whatever case" });

const page = {
  page: z.string().optional().meta({ description: "From 0", type: "integer", default: 0 }),
  size: z.string().optional().meta({ description: "Lines on a page, 2000 at most", type: "integer", default: 20 }),
};

/** Parameters of the query; the operations that take a form take them as its text parts too. */
export const parameters = {
  face: faceParameters,
  recognize: recognizeParameters,
  embeddings: embeddingParameters,
  enrol: enrolParameters.extend({ subject }),
  list: z.object({
    page: z.string().optional().meta({ description: "From 0", type: "integer", default: 0 }),
    size: z.string().optional().meta({ description: "Faces on a page, 2000 at most", type: "integer", default: 20 }),
    subject: subject.optional(),
  }),
  export: exportParameters,
  jobs: z.object(page),
  jobItems: z.object(page).extend(jobItemParameters.shape),
  deletion: z.object({ subject: subject.optional().meta({ description: "All faces are removed without it" }) }),
} as const satisfies Record<string, z.ZodObject>;

/** Values in paths. */
export const pathParameters: Readonly<Record<string, z.ZodType>> = {
  subject: z.string().meta({ description: "Name of a subject, found in whatever case" }),
  job_id: z.uuid().meta({ description: "Id of a job" }),
  image_id: z.uuid().meta({ description: "Id of a stored face" }),
  key: z.uuid().meta({ description: "API key of the recognition service" }),
};
