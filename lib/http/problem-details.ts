import type { AppError, ErrorCode } from "@/lib/errors/app-error";
import type { FailedRequest } from "./wire";

const statuses = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  method_not_allowed: 405,
  unsupported_content_type: 415,
  request_too_large: 413,
  file_too_large: 413,
  image_unsupported: 415,
  image_unreadable: 422,
  image_too_many_pixels: 422,
  no_face: 422,
  several_faces: 422,
  too_many_requests: 429,
  busy: 503,
  unavailable: 503,
  timeout: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** A failure as problem details (RFC 9457): how the APIs of our own say it to programs. */
export function renderProblem({ code, message, fields }: AppError, { id, path }: FailedRequest): Response {
  const status = statuses[code];
  const errors = fields.map(({ name, detail }) => ({ pointer: `/${name}`, detail }));
  const title = code.replaceAll("_", " ");
  const problem = {
    type: `/docs/errors/${code}`,
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    status,
    detail: message,
    instance: path,
    code,
    requestId: id,
    ...(errors.length > 0 && { errors }),
  };
  return new Response(JSON.stringify(problem), { status, headers: { "content-type": "application/problem+json" } });
}
