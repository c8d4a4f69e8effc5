import type { ApiFailure } from "@/lib/http/openapi/api-description";
import { buildDocument } from "@/lib/http/openapi/build-document";
import { predictInput } from "@/lib/wire/nodeflux/schema";
import { failure, prediction } from "./answers";

const id = `20261121094500123${"0".repeat(64)}`;

const failed = (status: number, message: string): ApiFailure => ({
  status,
  example: { job: { id, result: null }, message, ok: false },
  when: message,
});

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, API of Nodeflux FIQA",
  description:
    "Says of a photo whether it is fit for enrolment: one face, nothing hidden, good enough to be recognised. " +
    "Clients that cannot send the header x-api-key use the base address /k/<api key> of a quality service.",
  tags: ["Quality"],
  operations: {
    "POST /NFFS-FIQA/v1/predict": {
      operationId: "post-nffs-fiqa-predict",
      tag: "Quality",
      summary: "Check images for enrolment",
      description: "A step that rejects an image ends its check: faces, hidden features, quality.",
      body: { "application/json": predictInput },
      answer: prediction,
      failures: [
        failed(400, "images must hold at least one image"),
        failed(400, "images.0: Provided value is not Base64"),
        failed(400, "images.0: The image is damaged or incomplete"),
        failed(400, "additional_params.face_iqa.threshold must be a number between 0 and 1"),
        failed(401, "No quality service has this API key."),
        failed(413, "Request size exceeds the limit of <n> bytes"),
        failed(415, "Content type should be application/json"),
        failed(503, "The server is busy, please try again later"),
        failed(500, "Something went wrong, please try again"),
      ],
    },
  },
  failure,
});
