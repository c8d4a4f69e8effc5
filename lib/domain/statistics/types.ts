/** Requests of a service within one hour, day or month. */
export interface StatisticsPeriod {
  /** Start of the hour, the day or the month, UTC. */
  readonly at: Date;
  readonly requests: number;
  /** Of them, those answered with a status of 400 or more. */
  readonly errors: number;
  /** Half of the requests took at most so many milliseconds; null without requests that were timed. */
  readonly p50Ms: number | null;
  /** 95 of 100 requests took at most so many milliseconds. */
  readonly p95Ms: number | null;
}

/** What is counted of requests, and added up. */
export interface Tally {
  readonly count: number;
  readonly errors: number;
  /** How many took how long, by the bounds of the latency histogram; may be shorter, zeros at the end left out. */
  readonly latencyCounts: readonly number[];
  /** The longest, in milliseconds. */
  readonly msMax: number;
}

export interface HourlyTally extends Tally {
  readonly serviceId: string;
  /** Start of the hour, UTC. */
  readonly hour: Date;
}

export type PeriodLength = "hour" | "day" | "month";
