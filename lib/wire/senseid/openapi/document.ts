import { z } from "zod";
import type { ApiFailure } from "@/lib/http/openapi/api-description";
import { buildDocument } from "@/lib/http/openapi/build-document";
import { failure, measurement } from "./answers";

const encrypted = z.string().meta({
  description:
    "Base64 of the photo encrypted with AES-256-GCM by the key and IV in the service's settings, the tag of 16 bytes behind",
});
const plain = z.string().meta({ description: "Beyond the original: the photo itself in base64" });
const file = z.string().meta({ format: "binary", description: "Beyond the original: the photo itself" });

const fields = z.object({ encrypted_image: encrypted.optional(), image: plain.optional() });

const failed = (status: number, code: number, message: string, when = message): ApiFailure => ({
  status,
  example: { code, message, request_id: "3f0c7e8a-5d1b-4c0f-9a57-2f1f6f1f3d11" },
  when,
});

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, API of SenseID's quality check",
  description:
    "Measures the quality of every face of a photo of 128 to 6000 pixels a side and at most 5 MB. Clients that cannot " +
    "send the header x-api-key use the base address /k/<api key> of a quality service.",
  tags: ["Quality"],
  operations: {
    "POST /quality/face/stateless": {
      operationId: "post-quality-face-stateless",
      tag: "Quality",
      summary: "Measure the quality of faces",
      description: "The vendor's form field is encrypted_image; image is for clients that do not encrypt.",
      body: {
        "multipart/form-data": z.object({ image: file }),
        "application/x-www-form-urlencoded": fields,
        "application/json": fields,
      },
      answer: measurement,
      failures: [
        failed(400, 1200, "invalid argument", "invalid argument: no picture, no base64, another key"),
        failed(400, 2003, "invalid image size"),
        failed(400, 2004, "invalid content length"),
        failed(400, 2005, "invalid image type or corrupted"),
        failed(400, 4000, "detection failed", "detection failed: no face"),
        failed(401, 1401, "invalid api key"),
        failed(411, 2004, "invalid content length", "no length told"),
        failed(413, 2004, "invalid content length", "request too large"),
        failed(503, 1503, "service busy"),
        failed(500, 1500, "internal error"),
      ],
    },
  },
  failure,
});
