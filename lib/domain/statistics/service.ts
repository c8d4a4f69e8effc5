import { authorize } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { logger } from "@/lib/observability/logger";
import { processWide } from "@/lib/observability/process-state";
import { findTallies } from "./data";
import { addHourlyTallies } from "./mutations";
import { startOf, toPeriods, windowOf } from "./periods";
import type { StatisticsInput } from "./schema";
import { addTallies, emptyTally, tallyOf } from "./tally";
import type { HourlyTally, StatisticsPeriod } from "./types";

const flushEveryMs = 5_000;

interface Counters {
  /** Keyed by service and hour. */
  pending: Map<string, HourlyTally>;
  timer: NodeJS.Timeout | null;
}

const counters = processWide<Counters>("request-counters", () => ({ pending: new Map(), timer: null }));

function add(tally: HourlyTally): void {
  const { serviceId, hour } = tally;
  const key = `${serviceId} ${hour.getTime()}`;
  const sum = addTallies(counters.pending.get(key) ?? emptyTally, tally);
  counters.pending.set(key, { ...sum, serviceId, hour });
}

function flushLater(): void {
  counters.timer ??= setTimeout(() => void flushStatistics(), flushEveryMs).unref();
}

interface AnsweredRequest {
  readonly serviceId: string;
  /** HTTP status; 400 and more count as errors. */
  readonly status: number;
  /** How long the answer took. */
  readonly ms: number;
}

/** Counts a request of a service. Costs no database call; the tallies are stored every few seconds. */
export function recordRequest({ serviceId, status, ms }: AnsweredRequest, at: Date = new Date()): void {
  add({ ...tallyOf({ status, ms }), serviceId, hour: startOf(at, "hour") });
  flushLater();
}

/** Stores what was counted; to be called before the database is closed. What cannot be stored is kept. */
export async function flushStatistics(): Promise<void> {
  if (counters.timer) clearTimeout(counters.timer);
  counters.timer = null;
  const tallies = [...counters.pending.values()];
  counters.pending = new Map();
  if (tallies.length === 0) return;
  try {
    await addHourlyTallies(tallies);
  } catch (err) {
    for (const tally of tallies) add(tally);
    flushLater();
    logger.warn({ err }, "request statistics were not stored");
  }
}

/**
 * How a service was used, every hour, day or month of the window, the oldest first. The last seconds may be missing.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_request` for a window of more than 750 periods
 */
export async function readStatistics(
  { actor, serviceId, ...input }: StatisticsInput & { readonly actor: Caller; readonly serviceId: string },
  now: Date = new Date(),
): Promise<readonly StatisticsPeriod[]> {
  await authorize({ actor, action: "statistics.read", serviceId });
  const window = windowOf(input, now);
  return toPeriods(await findTallies({ serviceId, ...window }), window, input.by);
}
