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

export class InferenceError extends Error {
  readonly code: InferenceErrorCode;

  constructor(code: InferenceErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "InferenceError";
    this.code = code;
  }
}
