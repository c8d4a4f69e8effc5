import { AppError, type ErrorCode } from "@/lib/errors/app-error";
import { renderJson } from "@/lib/http/render-json";

/** One thing that is wrong with the form of a request, in the words of the vendor's validator. */
export interface SchemaProblem {
  /** Where: `body`, then names and places of members. */
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

/** An answer that brings its own status and detail. */
export class ThreediviError extends AppError {
  readonly status: number;
  readonly detail: string | readonly SchemaProblem[];

  constructor(code: ErrorCode, status: number, detail: string | readonly SchemaProblem[]) {
    super(code, typeof detail === "string" ? detail : "The request does not have the form it should.");
    this.name = "ThreediviError";
    this.status = status;
    this.detail = detail;
  }
}

export const schemaError = (...problems: readonly SchemaProblem[]) =>
  new ThreediviError("invalid_request", 422, problems);

interface Answer {
  readonly status: number;
  /** Fixed text; the error's own public detail when absent. */
  readonly detail?: string;
}

const tooLarge = { status: 413, detail: "Request body size is too large" } as const;
const unknownFormat = { status: 422, detail: "This image format is not supported" } as const;

const answers = {
  invalid_request: { status: 400 },
  unauthenticated: { status: 401, detail: "Not authenticated" },
  forbidden: { status: 403 },
  not_found: { status: 404, detail: "Not Found" },
  conflict: { status: 409 },
  method_not_allowed: { status: 405, detail: "Method Not Allowed" },
  unsupported_content_type: { status: 415 },
  request_too_large: tooLarge,
  file_too_large: tooLarge,
  image_unsupported: unknownFormat,
  image_unreadable: { status: 422 },
  image_too_many_pixels: { status: 400 },
  no_face: { status: 400, detail: "No faces found" },
  several_faces: { status: 400, detail: "More than one face detected" },
  too_many_requests: { status: 429 },
  busy: { status: 503 },
  unavailable: { status: 503 },
  timeout: { status: 503 },
  internal: { status: 500, detail: "Internal Server Error" },
} as const satisfies Record<ErrorCode, Answer>;

/** Every failure as `{"detail"}`: a text, or a list of what is wrong with the request's form. */
export function renderError(error: AppError): Response {
  if (error instanceof ThreediviError) return renderJson(error.status, { detail: error.detail });
  const { status, detail }: Answer = answers[error.code];
  return renderJson(status, { detail: detail ?? error.message });
}
