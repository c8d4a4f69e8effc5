import { AppError, type ErrorCode } from "@/lib/errors/app-error";
import { Base64Error } from "@/lib/http/body/base64";
import { renderJson } from "./render";

/** An answer of the vendor's catalogue that has no twin in the domain: it brings its own status, number and text. */
export class ComprefaceError extends AppError {
  readonly status: number;
  readonly vendorCode: number;

  constructor(code: ErrorCode, status: number, vendorCode: number, message: string) {
    super(code, message);
    this.name = "ComprefaceError";
    this.status = status;
    this.vendorCode = vendorCode;
  }
}

interface Answer {
  readonly status: number;
  readonly code: number;
  /** Fixed text of the vendor; the error's own public detail when absent. */
  readonly message?: string;
}

const answers = {
  invalid_request: { status: 400, code: 26 },
  unauthenticated: { status: 401, code: 26 },
  forbidden: { status: 403, code: 26 },
  not_found: { status: 404, code: 0 },
  conflict: { status: 400, code: 26 },
  method_not_allowed: { status: 405, code: 0 },
  unsupported_content_type: { status: 415, code: 26 },
  request_too_large: { status: 413, code: 26 },
  file_too_large: { status: 413, code: 26 },
  image_unsupported: { status: 400, code: 21 },
  image_unreadable: { status: 400, code: 21 },
  image_too_many_pixels: { status: 400, code: 21 },
  no_face: { status: 400, code: 28, message: "No face is found in the given image" },
  several_faces: { status: 400, code: 31, message: "More than one face in the source image" },
  // 41 is the vendor's number for "the part that computes does not answer"; a client may retry all four.
  too_many_requests: { status: 429, code: 41 },
  busy: { status: 503, code: 41 },
  unavailable: { status: 503, code: 41 },
  timeout: { status: 503, code: 41 },
  internal: { status: 500, code: 0, message: "Something went wrong, please try again" },
} as const satisfies Record<ErrorCode, Answer>;

function answerTo(error: AppError): Answer {
  if (error instanceof ComprefaceError) return { status: error.status, code: error.vendorCode };
  // Of a form's part that came as base64, by the number that the same fault has in JSON.
  return error instanceof Base64Error ? answers.image_unreadable : answers[error.code];
}

/** Every failure as `{"message", "code"}`, in that order. */
export function renderError(error: AppError): Response {
  const { status, code, message } = answerTo(error);
  return renderJson(status, { message: message ?? error.message, code });
}
