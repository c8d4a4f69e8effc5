import { z } from "zod";
import { buildDocument } from "@/lib/http/openapi/build-document";
import { problem, problemFailures } from "@/lib/http/openapi/problem-failures";
import { problemMedia } from "@/lib/http/problem-details";
import { assessParameters } from "@/lib/wire/quality/schema";
import { assessment } from "./answers";

const path = "/api/v1/quality/assess";

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, quality of face pictures",
  description:
    "Measures the faces of a picture, each measure with its own value and a score of 0 to 100, and says in words what they " +
    "lack for a purpose. Takes the keys of quality services.",
  tags: ["Quality"],
  operations: {
    [`POST ${path}`]: {
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
      failures: problemFailures(path, [
        ["invalid_request", "The picture is missing: send it as file."],
        ["unauthenticated", "No quality service has this API key."],
        ["file_too_large", "File size exceeds the limit of <n> bytes"],
        ["image_unsupported", "The image format is not supported"],
        ["no_face", "The picture contains no face above the detection threshold."],
        ["image_unreadable", "The image is damaged or incomplete"],
        ["busy", "The server is busy, please try again later"],
      ]),
    },
  },
  failure: problem,
  failureMedia: problemMedia,
});
