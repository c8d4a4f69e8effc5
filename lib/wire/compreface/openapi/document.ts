import type { ApiFailure, ApiOperation } from "@/lib/http/openapi/api-description";
import { buildDocument } from "@/lib/http/openapi/build-document";
import { failure } from "./answers";
import type { Body } from "./bodies";
import { type Failure, failures } from "./failures";
import { type Operation, operations } from "./operations";
import { pathParameters } from "./parameters";

function failuresOf(operation: Operation): readonly ApiFailure[] {
  const all = [...operation.failures, "always" as const].flatMap(
    (situation): readonly Failure[] => failures[situation],
  );
  return all.map(({ status, code, message }) => ({ status, example: { message, code }, when: message.trim() }));
}

function bodyOf({ form, json }: Body): NonNullable<ApiOperation["body"]> {
  return {
    ...(form !== undefined && { "multipart/form-data": form }),
    ...(json !== undefined && { "application/json": json }),
  };
}

function describe(name: string, operation: Operation): ApiOperation {
  const { tag, summary, description, query, body, status, answer, media, takesIdempotencyKey } = operation;
  const [method = "", path = ""] = name.split(" ");
  return {
    operationId: `${method.toLowerCase()}${path.replace("/api/v1", "").replaceAll(/[/{}_]+/g, "-")}`.replace(/-$/, ""),
    ...{ tag, summary, description, query, status, answer, media, takesIdempotencyKey },
    body: body && bodyOf(body),
    failures: failuresOf(operation),
    isOpen: !operation.failures.includes("key"),
  };
}

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, CompreFace-compatible API",
  description:
    "Face recognition, detection and verification. Each service has API keys of its own, sent as x-api-key. " +
    "A trailing slash makes no difference; parameters may be text parts of the form as well.",
  tags: ["Recognition", "Collection", "Detection", "Verification", "Server"],
  operations: Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, describe(name, operation)]),
  ),
  pathParameters,
  failure,
});
