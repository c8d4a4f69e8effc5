import { logger } from "@/lib/observability/logger";
import { processWide } from "@/lib/observability/process-state";
import { addHourlyCounts, type HourlyCount } from "./mutations";

const flushEveryMs = 5_000;
const hourMs = 3_600_000;

interface Counters {
  /** Keyed by service and hour. */
  pending: Map<string, HourlyCount>;
  timer: NodeJS.Timeout | null;
}

const counters = processWide<Counters>("request-counters", () => ({ pending: new Map(), timer: null }));

function add({ serviceId, hour, count }: HourlyCount): void {
  const key = `${serviceId} ${hour.getTime()}`;
  const before = counters.pending.get(key)?.count ?? 0;
  counters.pending.set(key, { serviceId, hour, count: before + count });
}

/** Counts a request of a service. Costs no database call; the counts are stored every few seconds. */
export function recordRequest(serviceId: string, at: Date = new Date()): void {
  add({ serviceId, hour: new Date(Math.floor(at.getTime() / hourMs) * hourMs), count: 1 });
  counters.timer ??= setTimeout(() => void flushStatistics(), flushEveryMs).unref();
}

/** Stores what was counted; to be called before the database is closed. Counts that cannot be stored are kept. */
export async function flushStatistics(): Promise<void> {
  if (counters.timer) clearTimeout(counters.timer);
  counters.timer = null;
  const counts = [...counters.pending.values()];
  counters.pending = new Map();
  if (counts.length === 0) return;
  try {
    await addHourlyCounts(counts);
  } catch (err) {
    for (const count of counts) add(count);
    counters.timer ??= setTimeout(() => void flushStatistics(), flushEveryMs).unref();
    logger.warn({ err }, "request statistics were not stored");
  }
}
