import { AppError } from "@/lib/errors/app-error";
import { processWide } from "@/lib/observability/process-state";

export interface RateRule {
  /** Keeps the counts of different rules apart. */
  readonly name: string;
  /** So many at once; they come back evenly over `perMs`. */
  readonly times: number;
  readonly perMs: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

// Bounded, so that a flood of invented addresses costs a few megabytes and no more.
const bucketsMax = 20_000;
const buckets = processWide("rate limits", () => new Map<string, Bucket>());

const keyOf = (rule: RateRule, who: string) => `${rule.name} ${who}`;

/**
 * Counts one use of `rule` by `who`.
 *
 * @param now milliseconds of a clock that only tests replace
 * @throws AppError `too_many_requests` with the seconds after which one more is allowed
 */
export function spend(rule: RateRule, who: string, now: number = Date.now()): void {
  const key = keyOf(rule, who);
  const bucket = refill(rule, buckets.get(key), now);
  // Last in the order of insertion: what is dropped first when there are too many is what was used longest ago.
  buckets.delete(key);
  buckets.set(key, bucket);
  if (buckets.size > bucketsMax) buckets.delete(buckets.keys().next().value as string);
  // A hair below one is one: many small refills lose a little to rounding.
  if (bucket.tokens < 1 - 1e-6) throw tooMany(rule, bucket.tokens);
  bucket.tokens -= 1;
}

/** Takes one counted use back. */
export function giveBack(rule: RateRule, who: string): void {
  const bucket = buckets.get(keyOf(rule, who));
  if (bucket !== undefined) bucket.tokens = Math.min(rule.times, bucket.tokens + 1);
}

function refill({ times, perMs }: RateRule, bucket: Bucket | undefined, now: number): Bucket {
  if (bucket === undefined) return { tokens: times, at: now };
  return { tokens: Math.min(times, bucket.tokens + ((now - bucket.at) * times) / perMs), at: now };
}

function tooMany({ times, perMs }: RateRule, tokens: number): AppError {
  const retryAfterS = Math.max(1, Math.ceil(((1 - tokens) * perMs) / times / 1000));
  return new AppError("too_many_requests", "Too many attempts; please wait a little.", { retryAfterS });
}
