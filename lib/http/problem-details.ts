import type { AppError, ErrorCode, FieldProblem } from "@/lib/errors/app-error";
import type { FailedRequest } from "./wire";

/** Media type of the answer. */
export const problemMedia = "application/problem+json";

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

/** Any failure as problem details (RFC 9457); each broken field is pointed to as RFC 6901 does. */
export function problemOf({ code, message, fields }: AppError, { id, path }: FailedRequest) {
  const { status, title }: Kind = kinds[code];
  const errors = fields.map(toPointer);
  return {
    type: `/docs/errors/${code}`,
    title,
    status,
    detail: message,
    instance: path,
    code,
    requestId: id,
    ...(errors.length > 0 && { errors }),
  };
}

/** Answers a failure as APIs of our own do; with another status than that of its kind where one is given. */
export function renderProblem(error: AppError, request: FailedRequest, status?: number): Response {
  const problem = problemOf(error, request);
  const told = { ...problem, status: status ?? problem.status };
  const headers = { "content-type": problemMedia };
  return new Response(JSON.stringify(told), { status: told.status, headers });
}

/** `settings.allowedOrigins.0` is `/settings/allowedOrigins/0`. */
function toPointer({ name, detail }: FieldProblem) {
  const segments = name.split(".").map((segment) => segment.replaceAll("~", "~0").replaceAll("/", "~1"));
  return { pointer: name === "" ? "" : `/${segments.join("/")}`, detail };
}
