/** Every way a use case can fail. Statuses and texts for clients belong to each wire's renderer, which maps all of them. */
export type ErrorCode =
  | "invalid_request"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "method_not_allowed"
  | "unsupported_content_type"
  | "request_too_large"
  | "file_too_large"
  | "image_unsupported"
  | "image_unreadable"
  | "image_too_many_pixels"
  | "no_face"
  | "several_faces"
  | "too_many_requests"
  | "busy"
  | "unavailable"
  | "timeout"
  | "internal";

export interface FieldProblem {
  /** Name of the offending parameter, part or JSON member as the client wrote it. */
  readonly name: string;
  readonly detail: string;
}

interface AppErrorOptions {
  readonly cause?: unknown;
  readonly fields?: readonly FieldProblem[];
  /** Seconds after which the client may try again; set for `busy`, `unavailable` and `too_many_requests`. */
  readonly retryAfterS?: number;
}

const brand = Symbol.for("mien.AppError");

/** What the domain throws. `message` may be shown to the client; `cause` is for the log alone. */
export class AppError extends Error {
  readonly [brand] = true;
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, publicDetail: string, options: AppErrorOptions = {}) {
    super(publicDetail, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfterS = options.retryAfterS;
  }

  /**
   * Next puts a copy of this class into each of its bundles, and an error made at boot (by the database client) is
   * asked about in a route: the brand makes `instanceof AppError` true for both. Subclasses are compared as usual.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: subclasses inherit this check, and here they must be told apart.
    if (this !== AppError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof Error && brand in value;
  }
}
