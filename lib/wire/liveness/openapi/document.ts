import { z } from "zod";
import type { ApiFailure } from "@/lib/http/openapi/api-description";
import { buildDocument } from "@/lib/http/openapi/build-document";
import { checkBody } from "@/lib/wire/liveness/schema";
import { failure, verdict } from "./answers";

const failed = (status: number, code: string, title: string, detail: string): ApiFailure => ({
  status,
  example: {
    ...{ type: `/docs/errors/${code}`, title, status, detail },
    ...{ instance: "/api/v1/liveness/check", code, requestId: "0198c0de-0000-7000-8000-000000000000" },
  },
  when: detail,
});

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, liveness of faces",
  description:
    "Judges whether a living face stood before the camera, and no print or screen. Takes the keys of liveness services.",
  tags: ["Liveness"],
  operations: {
    "POST /api/v1/liveness/check": {
      operationId: "post-liveness-check",
      tag: "Liveness",
      summary: "Check the liveness of a face",
      description: "Takes one picture as file, or two to four pictures of one moment as frames, in the order of time.",
      body: {
        "multipart/form-data": z.object({
          file: z
            .string()
            .meta({ format: "binary", description: "One picture; of several parts named frames, each is one" }),
        }),
        "application/json": checkBody,
      },
      answer: verdict,
      failures: [
        failed(400, "invalid_request", "Invalid request", "file must be given and not empty"),
        failed(400, "invalid_request", "Invalid request", "frames must be 2 to 4 pictures"),
        failed(401, "unauthenticated", "Unauthenticated", "No liveness service has this API key."),
        failed(413, "file_too_large", "File too large", "File size exceeds the limit of <n> bytes"),
        failed(415, "image_unsupported", "Image unsupported", "The image format is not supported"),
        failed(422, "no_face", "No face", "No face is found in picture 2."),
        failed(422, "image_unreadable", "Image unreadable", "The image is damaged or incomplete"),
        failed(503, "busy", "Busy", "The server is busy, please try again later"),
      ],
    },
  },
  failure,
});
