import { z } from "zod";
import type { ApiFailure, ApiOperation } from "@/lib/http/openapi/api-description";
import { buildDocument } from "@/lib/http/openapi/build-document";
import { type ReturnCode, returnCodes, returnMessage } from "@/lib/wire/alchera/return-codes";
import { faceQuery } from "@/lib/wire/alchera/schema";
import { answers, failure } from "./answers";

function failed(code: ReturnCode, status: number = returnCodes[code].status): ApiFailure {
  return { status, example: { return_msg: returnMessage(code) }, when: `${code} ${returnCodes[code].text}` };
}

const always = [failed("INF-25", 401), failed("INF-01", 413), failed("INF-25", 429), failed("INF-08", 503)] as const;
const picture = z
  .string()
  .meta({ format: "binary", description: "The picture itself, whatever the content type says" });
const alignedFile = z.string().meta({
  format: "binary",
  description: "Aligned face: a picture of 112 x 112 pixels, or the bare pixels of /alignedfaces",
});

const detection = {
  tag: "Faces",
  query: faceQuery,
  body: { "image/jpeg": picture },
  failures: [failed("INF-02"), failed("INF-03"), failed("INF-04"), ...always, failed("INF-11")],
} as const;

const similarity = (operationId: string): ApiOperation => ({
  operationId,
  tag: "Similarity",
  summary: "Compare two aligned faces",
  body: { "multipart/form-data": z.object({ image_a: alignedFile, image_b: alignedFile }) },
  answer: answers.similarity,
  failures: [
    ...(["INF-01", "INF-03", "INF-04", "INF-05", "INF-17"] as const).map((code) => failed(code)),
    ...always,
    failed("INF-12"),
  ],
});

const operations: Readonly<Record<string, ApiOperation>> = {
  "POST /faces": {
    ...detection,
    operationId: "post-faces",
    summary: "Find faces, with landmarks and angles",
    description: "For keys of detection services.",
    answer: answers.faces,
  },
  "POST /alignedfaces": {
    ...detection,
    operationId: "post-alignedfaces",
    summary: "Find faces and cut them out aligned",
    description: "For keys of detection services.",
    answer: answers.alignedfaces,
  },
  "POST /similarity/v2": { ...similarity("post-similarity-v2"), description: "For keys of verification services." },
  "POST /similarity": { ...similarity("post-similarity"), description: "The same as /similarity/v2." },
  "POST /liveness/multiframe": {
    operationId: "post-liveness-multiframe",
    tag: "Liveness",
    summary: "Judge whether four pictures show a living person",
    description: "For keys of liveness services.",
    body: {
      "multipart/form-data": z.object({
        images: z.string().meta({
          format: "binary",
          contentMediaType: "application/zip",
          description: "Zip file of four pictures of one moment, named 1 to 4 with png or jpg, in the order of time",
        }),
      }),
    },
    answer: answers.multiframe,
    failures: [
      ...(["INF-01", "INF-03", "INF-04", "INF-17", "INF-22", "INF-23", "INF-24"] as const).map((code) => failed(code)),
      ...always,
      failed("INF-25"),
      failed("INF-19"),
    ],
  },
  "GET /version": {
    operationId: "get-version",
    tag: "Server",
    summary: "Version and liveness mode of the server",
    answer: answers.version,
    failures: [],
    isOpen: true,
  },
};

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, API of Alchera's face server",
  description:
    "Faces, aligned faces, their similarity and liveness. Every answer ends with a return code; the statuses 401, 413, 429 " +
    "and 503 come besides those of the vendor's document. Clients that cannot send the header x-api-key use the base address " +
    "/k/<api key>.",
  tags: ["Faces", "Similarity", "Liveness", "Server"],
  operations,
  failure,
});
