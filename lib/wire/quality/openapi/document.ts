import { z } from "zod";
import type { ApiFailure } from "@/lib/http/openapi/api-description";
import { buildDocument } from "@/lib/http/openapi/build-document";
import { assessParameters } from "@/lib/wire/quality/schema";
import { assessment, failure } from "./answers";

const failed = (status: number, code: string, title: string, detail: string): ApiFailure => ({
  status,
  example: {
    ...{ type: `/docs/errors/${code}`, title, status, detail },
    ...{ instance: "/api/v1/quality/assess", code, requestId: "0198c0de-0000-7000-8000-000000000000" },
  },
  when: detail,
});

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, quality of face pictures",
  description:
    "Measures the faces of a picture, each measure with its own value and a score of 0 to 100, and says in words what they " +
    "lack for a purpose. Takes the keys of quality services.",
  tags: ["Quality"],
  operations: {
    "POST /api/v1/quality/assess": {
      operationId: "post-quality-assess",
      tag: "Quality",
      summary: "Assess the faces of a picture",
      description: "Parameters may be text parts of the form or members of the JSON as well.",
      query: assessParameters,
      body: {
        "multipart/form-data": z.object({
          file: z.string().meta({ format: "binary", description: "jpeg, png, webp, gif, tiff, bmp or ico" }),
        }),
        "application/json": z.object({
          file: z.string().meta({ description: "The picture in base64, without a data: prefix" }),
        }),
      },
      answer: assessment,
      failures: [
        failed(400, "invalid_request", "Invalid request", "The picture is missing: send it as file."),
        failed(401, "unauthenticated", "Unauthenticated", "No quality service has this API key."),
        failed(413, "file_too_large", "File too large", "File size exceeds the limit of <n> bytes"),
        failed(415, "image_unsupported", "Image unsupported", "The image format is not supported"),
        failed(422, "no_face", "No face", "The picture contains no face above the detection threshold."),
        failed(422, "image_unreadable", "Image unreadable", "The image is damaged or incomplete"),
        failed(503, "busy", "Busy", "The server is busy, please try again later"),
      ],
    },
  },
  failure,
});
