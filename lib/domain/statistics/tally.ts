import type { Tally } from "./types";

/**
 * Upper bounds of the latency histogram in milliseconds; what took longer is in one more bucket. Stored rows count by
 * position: bounds may be added at the end, never moved.
 */
export const latencyBoundsMs = [
  5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 7_500, 10_000, 15_000, 30_000,
  60_000,
] as const;

export const emptyTally: Tally = { count: 0, errors: 0, latencyCounts: [], msMax: 0 };

/** One request. */
export function tallyOf({ status, ms }: { readonly status: number; readonly ms: number }): Tally {
  const found = latencyBoundsMs.findIndex((bound) => ms <= bound);
  const bucket = found < 0 ? latencyBoundsMs.length : found;
  const latencyCounts = Array.from({ length: bucket + 1 }, (_, at) => (at === bucket ? 1 : 0));
  return { count: 1, errors: status >= 400 ? 1 : 0, latencyCounts, msMax: Math.ceil(ms) };
}

export function addTallies(a: Tally, b: Tally): Tally {
  const length = Math.max(a.latencyCounts.length, b.latencyCounts.length);
  return {
    count: a.count + b.count,
    errors: a.errors + b.errors,
    latencyCounts: Array.from({ length }, (_, at) => (a.latencyCounts[at] ?? 0) + (b.latencyCounts[at] ?? 0)),
    msMax: Math.max(a.msMax, b.msMax),
  };
}

/**
 * Reads a quantile out of the histogram, as if the requests of a bucket lay evenly between its bounds; never more than
 * the longest.
 *
 * @param part 0..1, 0.5 for the median
 * @returns milliseconds, rounded to whole ones; null when nothing was timed
 */
export function quantileMs({ latencyCounts, msMax }: Tally, part: number): number | null {
  const timed = latencyCounts.reduce((sum, count) => sum + count, 0);
  if (timed === 0) return null;
  const rank = part * timed;
  let below = 0;
  for (const [at, count] of latencyCounts.entries()) {
    if (count > 0 && below + count >= rank) {
      const low = latencyBoundsMs[at - 1] ?? 0;
      const high = Math.max(low, Math.min(latencyBoundsMs[at] ?? msMax, msMax));
      return Math.min(msMax, Math.round(low + ((high - low) * (rank - below)) / count));
    }
    below += count;
  }
  return msMax;
}
