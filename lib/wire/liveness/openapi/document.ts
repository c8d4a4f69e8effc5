import { z } from "zod";
import { buildDocument } from "@/lib/http/openapi/build-document";
import { problem, problemFailures } from "@/lib/http/openapi/problem-failures";
import { problemMedia } from "@/lib/http/problem-details";
import { checkBody } from "@/lib/wire/liveness/schema";
import { verdict } from "./answers";

const path = "/api/v1/liveness/check";

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, liveness of faces",
  description:
    "Judges whether a living face stood before the camera, and no print or screen. Takes the keys of liveness services.",
  tags: ["Liveness"],
  operations: {
    [`POST ${path}`]: {
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
      failures: problemFailures(path, [
        ["invalid_request", "file must be given and not empty"],
        ["invalid_request", "frames must be 2 to 4 pictures"],
        ["unauthenticated", "No liveness service has this API key."],
        ["file_too_large", "File size exceeds the limit of <n> bytes"],
        ["image_unsupported", "The image format is not supported"],
        ["no_face", "No face is found in picture 2."],
        ["image_unreadable", "The image is damaged or incomplete"],
        ["busy", "The server is busy, please try again later"],
      ]),
    },
  },
  failure: problem,
  failureMedia: problemMedia,
});
