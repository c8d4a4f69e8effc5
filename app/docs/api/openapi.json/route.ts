import { openApiDocument } from "@/lib/wire/compreface/openapi/document";

/** The description of the CompreFace-compatible API, which is the same for everyone. */
export function GET(): Response {
  return Response.json(openApiDocument, { headers: { "access-control-allow-origin": "*" } });
}
