/** Nearest-rank percentile of unsorted numbers, `share` in 0..1; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle one of unsorted numbers, of two the larger; NaN for none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** The usual three, rounded to whole milliseconds. */
export function summarizeMs(values: readonly number[]) {
  const at = (share: number) => Math.round(percentile(values, share));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
