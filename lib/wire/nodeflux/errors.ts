import type { AppError, ErrorCode } from "@/lib/errors/app-error";
import { renderJson } from "@/lib/http/render-json";
import { makeJobId } from "./job-id";

/** The vendor tells the shape of its errors and no statuses. */
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
  image_unsupported: 400,
  image_unreadable: 400,
  image_too_many_pixels: 400,
  no_face: 400,
  several_faces: 400,
  too_many_requests: 429,
  busy: 503,
  unavailable: 503,
  timeout: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** Every failure as `{"job": {"id", "result": null}, "message", "ok": false}`. */
export function renderError({ code, message }: AppError): Response {
  const body = { job: { id: makeJobId(), result: null }, message, ok: false };
  return renderJson(statuses[code], body);
}
