import { UnalignedPictureError } from "@/lib/domain/aligned-faces/types";
import { AppError, type ErrorCode } from "@/lib/errors/app-error";
import { renderJson } from "./render";
import { type ReturnCode, returnCodes, returnMessage } from "./return-codes";

interface AlcheraErrorOptions {
  readonly cause?: unknown;
  readonly retryAfterS?: number | undefined;
}

/** A failure with a return code of its own; `code` is for the log. */
export class AlcheraError extends AppError {
  readonly returnCode: ReturnCode;

  constructor(code: ErrorCode, returnCode: ReturnCode, { cause, retryAfterS }: AlcheraErrorOptions = {}) {
    super(code, returnCodes[returnCode].text, { cause, ...(retryAfterS !== undefined && { retryAfterS }) });
    this.name = "AlcheraError";
    this.returnCode = returnCode;
  }
}

interface Answer {
  readonly returnCode: ReturnCode;
  /** Where HTTP has a status that tells more than that of the return code, which knows only 400, 406 and 500. */
  readonly status?: number;
}

const answers = {
  invalid_request: { returnCode: "INF-01" },
  unauthenticated: { returnCode: "INF-25", status: 401 },
  forbidden: { returnCode: "INF-25", status: 403 },
  not_found: { returnCode: "INF-02", status: 404 },
  conflict: { returnCode: "INF-01" },
  method_not_allowed: { returnCode: "INF-25", status: 405 },
  unsupported_content_type: { returnCode: "INF-01" },
  request_too_large: { returnCode: "INF-01", status: 413 },
  file_too_large: { returnCode: "INF-01", status: 413 },
  image_unsupported: { returnCode: "INF-04" },
  image_unreadable: { returnCode: "INF-04" },
  image_too_many_pixels: { returnCode: "INF-04" },
  no_face: { returnCode: "INF-17" },
  several_faces: { returnCode: "INF-17" },
  too_many_requests: { returnCode: "INF-25", status: 429 },
  busy: { returnCode: "INF-08", status: 503 },
  unavailable: { returnCode: "INF-08", status: 503 },
  timeout: { returnCode: "INF-01", status: 408 },
  internal: { returnCode: "INF-11" },
} as const satisfies Record<ErrorCode, Answer>;

/** Every failure as the return message alone. */
export function renderError(error: AppError): Response {
  const answer = answerOf(error);
  const status = answer.status ?? returnCodes[answer.returnCode].status;
  return renderJson(status, { return_msg: returnMessage(answer.returnCode) });
}

function answerOf(error: AppError): Answer {
  // A step that took too long may succeed later; the return code alone would call it a fault of the server.
  if (error instanceof AlcheraError) {
    return { returnCode: error.returnCode, ...(error.code === "unavailable" && { status: 503 }) };
  }
  if (error instanceof UnalignedPictureError) return { returnCode: "INF-05" };
  return answers[error.code];
}
