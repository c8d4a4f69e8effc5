import { z } from "zod";
import { failure } from "./answers";
import { type Failure, failures } from "./failures";
import { type Operation, operations } from "./operations";
import { pathParameters } from "./parameters";

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

function parametersOf(path: string, { query, takesIdempotencyKey }: Operation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const inPath = names.map((name) => parameterOf(name, "path", pathParameters[name] ?? z.string(), true));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) =>
    parameterOf(name, "query", schema as z.ZodType, !(schema as z.ZodType).safeParse(undefined).success),
  );
  const inHeader = takesIdempotencyKey ? [parameterOf("Idempotency-Key", "header", idempotencyKey, false)] : [];
  return [...inPath, ...inQuery, ...inHeader];
}

function bodyOf({ body }: Operation) {
  if (body === undefined) return {};
  const content: JsonObject = {};
  if (body.form !== undefined) content["multipart/form-data"] = { schema: schemaOf(body.form, "input") };
  content["application/json"] = { schema: schemaOf(body.json, "input") };
  return { requestBody: { required: true, content } };
}

const reference = { $ref: "#/components/schemas/Failure" };

function failureResponses(operation: Operation): JsonObject {
  const all = [...operation.failures, "always" as const].flatMap(
    (situation): readonly Failure[] => failures[situation],
  );
  const statuses = [...new Set(all.map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const here = all.filter((one) => one.status === status);
      const examples = Object.fromEntries(
        here.map(({ code, message }, at) => [`${code}-${at + 1}`, { value: { message, code } }]),
      );
      const content = { "application/json": { schema: reference, examples } };
      return [String(status), { description: here.map(({ message }) => message.trim()).join(" · "), content }];
    }),
  );
}

function responsesOf(operation: Operation): JsonObject {
  const { answer, status = 200, summary } = operation;
  const content =
    answer === undefined
      ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
      : { "application/json": { schema: schemaOf(answer, "output") } };
  const nothing = answer === undefined ? { "404": { description: "There is no picture" } } : {};
  return { [String(status)]: { description: summary, content }, ...failureResponses(operation), ...nothing };
}

function describe(method: string, path: string, operation: Operation): JsonObject {
  const { tag, summary, description } = operation;
  return {
    operationId: `${method}${path.replace("/api/v1", "").replaceAll(/[/{}_]+/g, "-")}`.replace(/-$/, ""),
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(operation.failures.includes("key") ? {} : { security: [] }),
    parameters: parametersOf(path, operation),
    ...bodyOf(operation),
    responses: responsesOf(operation),
  };
}

function pathsOf(): Readonly<Record<string, JsonObject>> {
  const paths: Record<string, JsonObject> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const [method = "", path = ""] = name.split(" ");
    const verb = method.toLowerCase();
    paths[path] = { ...paths[path], [verb]: describe(verb, path, operation) };
  }
  return paths;
}

/** The OpenAPI 3.1 description of this wire, made of the schemas that its handlers parse with. */
export const openApiDocument = {
  openapi: "3.1.1",
  info: {
    title: "Mien, CompreFace-compatible API",
    version: "1.0.0",
    description:
      "Face recognition, detection and verification. Each service has API keys of its own, sent as x-api-key. " +
      "A trailing slash makes no difference; parameters may be text parts of the form as well.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/" }],
  security: [{ apiKey: [] }],
  tags: ["Recognition", "Collection", "Detection", "Verification", "Server"].map((name) => ({ name })),
  paths: pathsOf(),
  components: {
    securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "x-api-key" } },
    schemas: { Failure: schemaOf(failure, "output") },
  },
} as const;
