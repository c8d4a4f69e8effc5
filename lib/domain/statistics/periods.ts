import { AppError } from "@/lib/errors/app-error";
import type { StatisticsInput } from "./schema";
import { addTallies, emptyTally, quantileMs } from "./tally";
import type { HourlyTally, PeriodLength, StatisticsPeriod, Tally } from "./types";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A day by hours, a month by days, a year by months. */
const periodsShown = { hour: 24, day: 30, month: 12 } as const satisfies Record<PeriodLength, number>;
const periodsMax = 750;

interface Calendar {
  /** Number of the period that a moment lies in; the next period has the next number. */
  readonly numberOf: (at: Date) => number;
  /** Milliseconds since 1970 at which a period begins. */
  readonly startOf: (number: number) => number;
}

const evenly = (ms: number): Calendar => ({
  numberOf: (at) => Math.floor(at.getTime() / ms),
  startOf: (number) => number * ms,
});

/** All in UTC. */
const calendars = {
  hour: evenly(hourMs),
  day: evenly(dayMs),
  month: {
    numberOf: (at) => at.getUTCFullYear() * 12 + at.getUTCMonth(),
    // Years below 100 would be taken for those of the last century.
    startOf: (number) => Date.UTC(2000, number - 2000 * 12),
  },
} as const satisfies Record<PeriodLength, Calendar>;

export function startOf(at: Date, by: PeriodLength): Date {
  return new Date(calendars[by].startOf(calendars[by].numberOf(at)));
}

interface Window {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The window that was asked for, widened to whole periods; the last day by hours, the last 30 days or the last 12 months
 * where nothing is said.
 *
 * @throws AppError `invalid_request` when it is empty or has more than 750 periods
 */
export function windowOf({ from, to, by }: StatisticsInput, now: Date): Window {
  const { numberOf, startOf } = calendars[by];
  const lastMs = (to?.getTime() ?? now.getTime() + 1) - 1;
  const end = numberOf(new Date(lastMs)) + 1;
  const start = from === undefined ? end - periodsShown[by] : numberOf(from);
  if (start >= end) throw broken("must be before the end of the window");
  if (end - start > periodsMax) throw broken(`must be at most ${periodsMax} periods before the end`);
  return { from: new Date(startOf(start)), to: new Date(startOf(end)) };
}

function broken(detail: string): AppError {
  return new AppError("invalid_request", "Some values cannot be accepted.", { fields: [{ name: "from", detail }] });
}

/** Every period of the window, the oldest first, also those without requests. */
export function toPeriods(tallies: readonly HourlyTally[], { from, to }: Window, by: PeriodLength): StatisticsPeriod[] {
  const { numberOf, startOf } = calendars[by];
  const sums = new Map<number, Tally>();
  for (let number = numberOf(from); number < numberOf(to); number += 1) sums.set(number, emptyTally);
  for (const tally of tallies) {
    const number = numberOf(tally.hour);
    sums.set(number, addTallies(sums.get(number) ?? emptyTally, tally));
  }
  return [...sums].map(([number, tally]) => ({
    at: new Date(startOf(number)),
    requests: tally.count,
    errors: tally.errors,
    p50Ms: quantileMs(tally, 0.5),
    p95Ms: quantileMs(tally, 0.95),
  }));
}
