import { openApiDocument as alchera } from "@/lib/wire/alchera/openapi/document";
import { openApiDocument as compreface } from "@/lib/wire/compreface/openapi/document";
import { openApiDocument as liveness } from "@/lib/wire/liveness/openapi/document";
import { openApiDocument as nodeflux } from "@/lib/wire/nodeflux/openapi/document";
import { openApiDocument as quality } from "@/lib/wire/quality/openapi/document";
import { openApiDocument as senseid } from "@/lib/wire/senseid/openapi/document";
import { openApiDocument as threedivi } from "@/lib/wire/threedivi/openapi/document";

/** The OpenAPI documents of the wires by their names in addresses. */
export const apiDocuments: ReadonlyMap<string, typeof compreface> = new Map([
  ["compreface", compreface],
  ["alchera", alchera],
  ["liveness", liveness],
  ["nodeflux", nodeflux],
  ["quality", quality],
  ["senseid", senseid],
  ["3divi", threedivi],
]);

const headers = { "access-control-allow-origin": "*" } as const;

/** The document of a wire for generators of any origin. */
export function answerApiDocument(wire: string): Response {
  const document = apiDocuments.get(wire);
  if (document === undefined) return Response.json({ message: "No such API" }, { status: 404, headers });
  return Response.json(document, { headers });
}
