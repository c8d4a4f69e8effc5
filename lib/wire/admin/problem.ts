import type { AppError, ErrorCode, FieldProblem } from "@/lib/errors/app-error";
import type { FailedRequest } from "@/lib/http/wire";

interface Kind {
  readonly status: number;
  readonly title: string;
}

const kinds = {
  invalid_request: { status: 400, title: "Invalid request" },
  unauthenticated: { status: 401, title: "Not signed in" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Conflict" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  unsupported_content_type: { status: 415, title: "Unsupported content type" },
  request_too_large: { status: 413, title: "Request too large" },
  file_too_large: { status: 413, title: "File too large" },
  image_unsupported: { status: 415, title: "Unsupported image format" },
  image_unreadable: { status: 422, title: "Unreadable image" },
  image_too_many_pixels: { status: 422, title: "Image has too many pixels" },
  no_face: { status: 422, title: "No face found" },
  several_faces: { status: 422, title: "More than one face found" },
  too_many_requests: { status: 429, title: "Too many requests" },
  busy: { status: 503, title: "Server busy" },
  unavailable: { status: 503, title: "Server unavailable" },
  timeout: { status: 503, title: "Took too long" },
  internal: { status: 500, title: "Something went wrong" },
} as const satisfies Record<ErrorCode, Kind>;

/** A request that could be read but breaks the rules of its fields. */
const brokenFieldsStatus = 422;

/** Any failure as problem details (RFC 9457); each broken field is pointed to as RFC 6901 does. */
export function renderProblem(error: AppError, { id, path }: FailedRequest): Response {
  const { status, title }: Kind = kinds[error.code];
  const errors = error.fields.map(toPointer);
  const hasBrokenFields = error.code === "invalid_request" && errors.length > 0;
  const problem = {
    type: `/docs/errors/${error.code}`,
    title,
    status: hasBrokenFields ? brokenFieldsStatus : status,
    detail: error.message,
    instance: path,
    code: error.code,
    requestId: id,
    ...(errors.length > 0 && { errors }),
  };
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json" },
  });
}

/** `settings.allowedOrigins.0` is `/settings/allowedOrigins/0`. */
function toPointer({ name, detail }: FieldProblem) {
  const segments = name.split(".").map((segment) => segment.replaceAll("~", "~0").replaceAll("/", "~1"));
  return { pointer: name === "" ? "" : `/${segments.join("/")}`, detail };
}
