import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { api } from "./api";
import { listOf } from "./page-of";

const period = z.object({
  /** Start of the hour, the day or the month. */
  at: z.string(),
  requests: z.number(),
  errors: z.number(),
  /** Null without requests that were timed. */
  p50Ms: z.nullable(z.number()),
  p95Ms: z.nullable(z.number()),
});
export type Period = z.infer<typeof period>;

const hourMs = 3_600_000;

/**
 * Windows of the statistics: the length of their periods, how many hours back they begin (null = as the server has it,
 * twelve months), and of how many days the sizes of a collection are shown beside them.
 */
export const statisticsRanges = {
  day: { by: "hour", hours: 24, days: 30 },
  week: { by: "hour", hours: 7 * 24, days: 30 },
  month: { by: "day", hours: 30 * 24, days: 30 },
  quarter: { by: "day", hours: 90 * 24, days: 90 },
  year: { by: "month", hours: null, days: 365 },
} as const;
export type StatisticsRange = keyof typeof statisticsRanges;

function queryOf({ by, hours }: (typeof statisticsRanges)[StatisticsRange]): string {
  if (hours === null) return new URLSearchParams({ by }).toString();
  // The window is widened to whole periods at both ends: this one is already begun, and counts as one of them.
  const from = Date.now() - (hours - (by === "day" ? 24 : 1)) * hourMs;
  return new URLSearchParams({ by, from: new Date(from).toISOString() }).toString();
}

export const statisticsQueries = {
  of: (serviceId: string, range: StatisticsRange) =>
    queryOptions({
      queryKey: ["statistics", serviceId, range] as const,
      queryFn: ({ signal }) =>
        api(`/api/admin/services/${serviceId}/statistics?${queryOf(statisticsRanges[range])}`, {
          schema: listOf(period),
          signal,
        }),
      refetchInterval: 30_000,
    }),
};
