import { InferenceError, type InferenceErrorCode } from "@/inference/inference-error";

/** What a worker tells its owner. The other way go bare inputs: one at a time, each answered before the next. */
export type WorkerMessage =
  | { readonly type: "ready" }
  | { readonly type: "bootFailed"; readonly error: PackedError }
  | { readonly type: "done"; readonly result: unknown }
  | { readonly type: "failed"; readonly error: PackedError };

/** The structured clone keeps of an error its message and stack but drops class and code. */
export interface PackedError {
  readonly error: Error;
  readonly code: InferenceErrorCode | undefined;
}

export function packError(cause: unknown): PackedError {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const plain = new Error(error.message);
  plain.name = error.name;
  if (error.stack !== undefined) plain.stack = error.stack;
  return { error: plain, code: error instanceof InferenceError ? error.code : undefined };
}

/** The InferenceError that was packed, or for any other error a plain Error with the worker's message and stack. */
export function unpackError({ error, code }: PackedError): Error {
  return code === undefined ? error : new InferenceError(code, error.message, { cause: error });
}
