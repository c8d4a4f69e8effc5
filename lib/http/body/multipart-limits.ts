export interface MultipartLimits {
  /** Largest whole body in bytes, as sent. */
  readonly requestBytesMax: number;
  /** Largest single file in bytes, after undoing a transfer encoding. */
  readonly fileBytesMax: number;
  /** Largest text part in bytes; `multipartBounds.fieldSize` when absent. */
  readonly fieldBytesMax?: number;
  /** Time for the whole body to arrive; half a minute when absent. */
  readonly timeoutMs?: number;
}

/** Far above what any client sends, far below what costs anything. */
export const multipartBounds = {
  files: 16,
  fields: 64,
  parts: 80,
  headerPairs: 32,
  headerSize: 16 * 1024,
  fieldSize: 64 * 1024,
} as const;
