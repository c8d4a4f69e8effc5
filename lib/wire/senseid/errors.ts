import { AppError, type ErrorCode } from "@/lib/errors/app-error";
import { renderJson } from "@/lib/http/render-json";
import type { FailedRequest } from "@/lib/http/wire";

/** Failures of the vendor's list that no use case knows. */
type SenseidFault = "invalid argument" | "invalid image size" | "invalid content length" | "length required";

interface Answer {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

const invalidArgument = { status: 400, code: 1200, message: "invalid argument" } as const;
const invalidSize = { status: 400, code: 2003, message: "invalid image size" } as const;
const invalidLength = { status: 400, code: 2004, message: "invalid content length" } as const;
const invalidImage = { status: 400, code: 2005, message: "invalid image type or corrupted" } as const;
const notDetected = { status: 400, code: 4000, message: "detection failed" } as const;

const faults = {
  "invalid argument": invalidArgument,
  "invalid image size": invalidSize,
  "invalid content length": invalidLength,
  "length required": { ...invalidLength, status: 411 },
} as const satisfies Record<SenseidFault, Answer>;

/** What the vendor's list does not hold has 1000 and the status for a code, and words of ours. */
const answers = {
  invalid_request: invalidArgument,
  unauthenticated: { status: 401, code: 1401, message: "invalid api key" },
  forbidden: { status: 403, code: 1403, message: "forbidden" },
  not_found: { status: 404, code: 1404, message: "not found" },
  conflict: invalidArgument,
  method_not_allowed: { status: 405, code: 1405, message: "method not allowed" },
  unsupported_content_type: invalidArgument,
  request_too_large: { ...invalidLength, status: 413 },
  file_too_large: invalidLength,
  image_unsupported: invalidImage,
  image_unreadable: invalidImage,
  image_too_many_pixels: invalidSize,
  no_face: notDetected,
  several_faces: invalidArgument,
  too_many_requests: { status: 429, code: 1429, message: "too many requests" },
  busy: { status: 503, code: 1503, message: "service busy" },
  unavailable: { status: 503, code: 1503, message: "service unavailable" },
  timeout: { status: 503, code: 1503, message: "timeout" },
  internal: { status: 500, code: 1500, message: "internal error" },
} as const satisfies Record<ErrorCode, Answer>;

/** A failure that this wire alone knows. */
export class SenseidError extends AppError {
  readonly fault: SenseidFault;

  constructor(fault: SenseidFault) {
    super("invalid_request", fault);
    this.name = "SenseidError";
    this.fault = fault;
  }
}

/** Every failure as `{"code", "message", "request_id"}`, in that order, with the vendor's fixed texts. */
export function renderError(error: AppError, { id }: FailedRequest): Response {
  const { status, code, message }: Answer = error instanceof SenseidError ? faults[error.fault] : answers[error.code];
  return renderJson(status, { code, message, request_id: id });
}
