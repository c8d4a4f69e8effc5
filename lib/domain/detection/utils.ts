import { InferenceError, type InferenceErrorCode } from "@/inference/inference-error";
import { AppError, type ErrorCode } from "@/lib/errors/app-error";

interface Translation {
  readonly code: ErrorCode;
  readonly text: string;
  readonly retryAfterS?: number;
}

const unavailable = {
  code: "unavailable",
  text: "Face analysis is not available at the moment.",
  retryAfterS: 5,
} as const;

const translations = {
  image_unsupported: { code: "image_unsupported", text: "The image format is not supported" },
  image_unreadable: { code: "image_unreadable", text: "The image is damaged or incomplete" },
  image_too_many_pixels: { code: "image_too_many_pixels", text: "The image has too many pixels" },
  busy: { code: "busy", text: "The server is busy, please try again later", retryAfterS: 1 },
  timeout: { code: "timeout", text: "The analysis took too long", retryAfterS: 5 },
  worker_lost: unavailable,
  model_missing: unavailable,
  model_corrupt: unavailable,
} as const satisfies Record<InferenceErrorCode, Translation>;

/** The engine's words in those of the domain; its own text is for the log. Anything else passes unchanged. */
export function toAppError(error: unknown): unknown {
  if (!(error instanceof InferenceError)) return error;
  const { code, text, retryAfterS }: Translation = translations[error.code];
  const waitS = error.retryAfterS ?? retryAfterS;
  return new AppError(code, text, { cause: error, ...(waitS === undefined ? {} : { retryAfterS: waitS }) });
}
