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

const brand = Symbol.for("mien.InferenceError");

export class InferenceError extends Error {
  readonly [brand] = true;
  readonly code: InferenceErrorCode;
  readonly retryAfterS: number | undefined;

  constructor(code: InferenceErrorCode, message: string, options: InferenceErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "InferenceError";
    this.code = code;
    this.retryAfterS = options.retryAfterS;
  }

  /** Next puts a copy of this class into each of its bundles: the pool's errors must be known in a route's copy too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && brand in value;
  }
}
