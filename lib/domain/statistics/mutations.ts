import { db } from "@/lib/db/client";
import type { HourlyTally } from "./types";

/** Adds to the stored tallies in one statement; those of services that were removed meanwhile are dropped. */
export async function addHourlyTallies(tallies: readonly HourlyTally[]): Promise<void> {
  const ids = tallies.map(({ serviceId }) => serviceId);
  const hours = tallies.map(({ hour }) => hour.toISOString());
  const numbers = tallies.map(({ count }) => count);
  const errors = tallies.map((tally) => tally.errors);
  // As text, since unnest takes arrays within arrays apart down to single numbers.
  const latencies = tallies.map(({ latencyCounts }) => `{${latencyCounts.join(",")}}`);
  const longest = tallies.map(({ msMax }) => msMax);
  await db().$executeRaw`
    INSERT INTO "RequestStatistic" AS stored ("serviceId", "hour", "count", "errors", "latencyCounts", "msMax")
    SELECT added.id, added.hour, added.count, added.errors, added.latencies::int[], added.longest
    FROM unnest(${ids}::uuid[], ${hours}::timestamptz[], ${numbers}::int[], ${errors}::int[], ${latencies}::text[],
      ${longest}::int[]) AS added (id, hour, count, errors, latencies, longest)
    JOIN "Service" ON "Service".id = added.id
    ON CONFLICT ("serviceId", "hour") DO UPDATE SET
      "count" = stored."count" + excluded."count",
      "errors" = stored."errors" + excluded."errors",
      "latencyCounts" = ARRAY(
        SELECT coalesce(pair.before, 0) + coalesce(pair.added, 0)
        FROM unnest(stored."latencyCounts", excluded."latencyCounts") WITH ORDINALITY AS pair (before, added, at)
        ORDER BY pair.at),
      "msMax" = greatest(stored."msMax", excluded."msMax")`;
}
