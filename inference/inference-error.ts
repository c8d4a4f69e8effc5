/** Every way the engine can fail; the domain translates them into its own errors. */
export type InferenceErrorCode =
  | "image_unsupported"
  | "image_unreadable"
  | "image_too_many_pixels"
  | "busy"
  | "timeout"
  | "worker_lost"
  | "model_missing"
  | "model_corrupt";

interface InferenceErrorOptions {
  readonly cause?: unknown;
  /** Seconds after which there is probably room again; set for `busy`. */
  readonly retryAfterS?: number;
}

export class InferenceError extends Error {
  readonly code: InferenceErrorCode;
  readonly retryAfterS: number | undefined;

  constructor(code: InferenceErrorCode, message: string, options: InferenceErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "InferenceError";
    this.code = code;
    this.retryAfterS = options.retryAfterS;
  }
}
