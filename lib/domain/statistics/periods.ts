import { AppError } from "@/lib/errors/app-error";
import type { StatisticsInput } from "./schema";
import { addTallies, emptyTally, quantileMs } from "./tally";
import type { HourlyTally, PeriodLength, StatisticsPeriod, Tally } from "./types";

const hourMs = 3_600_000;
const lengthMs = { hour: hourMs, day: 24 * hourMs } as const satisfies Record<PeriodLength, number>;
/** A day by hours, a month by days. */
const periodsShown = { hour: 24, day: 30 } as const satisfies Record<PeriodLength, number>;
const periodsMax = 750;

export function startOf(at: Date, by: PeriodLength): Date {
  return new Date(Math.floor(at.getTime() / lengthMs[by]) * lengthMs[by]);
}

interface Window {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The window that was asked for, widened to whole periods; the last day by hours or the last 30 days where nothing is
 * said.
 *
 * @throws AppError `invalid_request` when it is empty or has more than 750 periods
 */
export function windowOf({ from, to, by }: StatisticsInput, now: Date): Window {
  const step = lengthMs[by];
  const end = Math.ceil((to ?? new Date(now.getTime() + 1)).getTime() / step) * step;
  const start = from === undefined ? end - periodsShown[by] * step : startOf(from, by).getTime();
  if (start >= end) throw broken("must be before the end of the window");
  if ((end - start) / step > periodsMax) throw broken(`must be at most ${periodsMax} periods before the end`);
  return { from: new Date(start), to: new Date(end) };
}

function broken(detail: string): AppError {
  return new AppError("invalid_request", "Some values cannot be accepted.", { fields: [{ name: "from", detail }] });
}

/** Every period of the window, the oldest first, also those without requests. */
export function toPeriods(tallies: readonly HourlyTally[], { from, to }: Window, by: PeriodLength): StatisticsPeriod[] {
  const sums = new Map<number, Tally>();
  for (let at = from.getTime(); at < to.getTime(); at += lengthMs[by]) sums.set(at, emptyTally);
  for (const tally of tallies) {
    const at = startOf(tally.hour, by).getTime();
    sums.set(at, addTallies(sums.get(at) ?? emptyTally, tally));
  }
  return [...sums].map(([at, tally]) => ({
    at: new Date(at),
    requests: tally.count,
    errors: tally.errors,
    p50Ms: quantileMs(tally, 0.5),
    p95Ms: quantileMs(tally, 0.95),
  }));
}
