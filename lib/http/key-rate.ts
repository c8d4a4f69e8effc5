import { config } from "@/lib/config/env";
import { spend } from "./rate-limit";
import type { Actor } from "./wire";

/**
 * Counts a request of an API key where a rate is configured. Each server counts for itself.
 *
 * @throws AppError `too_many_requests` beyond it
 */
export function requireRateOfKey({ keyId }: Actor): void {
  const rate = config().keyRate;
  if (keyId === undefined || rate === null) return;
  spend({ name: "key", times: rate.burst, perMs: (1000 * rate.burst) / rate.perSecond }, keyId);
}
