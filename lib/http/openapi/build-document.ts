import { z } from "zod";
import type { ApiDescription, ApiFailure, ApiOperation } from "./api-description";

type JsonObject = Record<string, unknown>;

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. `input` for what a client sends. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return plain;
}

function parameterOf(name: string, place: "query" | "path" | "header", schema: z.ZodType, required: boolean) {
  const { description, ...plain } = schemaOf(schema, "input");
  return { name, in: place, required, ...(description !== undefined && { description }), schema: plain };
}

const idempotencyKey = z.string().max(255).meta({
  description: "A request repeated under the same key within 24 hours is answered like the first",
});

function parametersOf(path: string, operation: ApiOperation, { pathParameters = {} }: ApiDescription) {
  const { query, takesIdempotencyKey } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const inPath = names.map((name) => parameterOf(name, "path", pathParameters[name] ?? z.string(), true));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) =>
    parameterOf(name, "query", schema as z.ZodType, !(schema as z.ZodType).safeParse(undefined).success),
  );
  const inHeader = takesIdempotencyKey ? [parameterOf("Idempotency-Key", "header", idempotencyKey, false)] : [];
  return [...inPath, ...inQuery, ...inHeader];
}

function bodyOf({ body }: ApiOperation) {
  if (body === undefined) return {};
  const content = Object.entries(body).map(([type, schema]) => [type, { schema: schemaOf(schema, "input") }]);
  return { requestBody: { required: true, content: Object.fromEntries(content) } };
}

const reference = { $ref: "#/components/schemas/Failure" };

function failureResponses(failures: readonly ApiFailure[], media = "application/json"): JsonObject {
  const statuses = [...new Set(failures.map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const here = failures.filter((one) => one.status === status);
      const examples = Object.fromEntries(here.map(({ example: value }, at) => [`${status}-${at + 1}`, { value }]));
      const content = { [media]: { schema: reference, examples } };
      return [String(status), { description: here.map(({ when }) => when).join(" · "), content }];
    }),
  );
}

function responsesOf(operation: ApiOperation, { failureMedia }: ApiDescription): JsonObject {
  const { answer, media, status = 200, summary, failures } = operation;
  const content =
    answer === undefined
      ? { [media ?? "application/octet-stream"]: { schema: { type: "string", format: "binary" } } }
      : { "application/json": { schema: schemaOf(answer, "output") } };
  const nothing = answer === undefined && media === undefined ? { "404": { description: "There is no picture" } } : {};
  return {
    [String(status)]: { description: summary, content },
    ...failureResponses(failures, failureMedia),
    ...nothing,
  };
}

function describe(path: string, operation: ApiOperation, api: ApiDescription): JsonObject {
  const { operationId, tag, summary, description, isOpen } = operation;
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(isOpen && { security: [] }),
    parameters: parametersOf(path, operation, api),
    ...bodyOf(operation),
    responses: responsesOf(operation, api),
  };
}

function pathsOf(api: ApiDescription): Readonly<Record<string, JsonObject>> {
  const paths: Record<string, JsonObject> = {};
  for (const [name, operation] of Object.entries(api.operations)) {
    const [method = "", path = ""] = name.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(path, operation, api) };
  }
  return paths;
}

/** The OpenAPI 3.1 description of a wire, made of the schemas that its handlers parse with. */
export function buildDocument(api: ApiDescription) {
  return {
    openapi: "3.1.1",
    info: {
      title: api.title,
      version: "1.0.0",
      description: api.description,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{ apiKey: [] }],
    tags: api.tags.map((name) => ({ name })),
    paths: pathsOf(api),
    components: {
      securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "x-api-key" } },
      schemas: { Failure: schemaOf(api.failure, "output") },
    },
  } as const;
}
