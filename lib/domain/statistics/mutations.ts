import { db } from "@/lib/db/client";

export interface HourlyCount {
  readonly serviceId: string;
  /** Start of the hour, UTC. */
  readonly hour: Date;
  readonly count: number;
}

/** Adds to the stored counts in one statement; counts of services that were removed meanwhile are dropped. */
export async function addHourlyCounts(counts: readonly HourlyCount[]): Promise<void> {
  const ids = counts.map(({ serviceId }) => serviceId);
  const hours = counts.map(({ hour }) => hour.toISOString());
  const numbers = counts.map(({ count }) => count);
  await db().$executeRaw`
    INSERT INTO "RequestStatistic" ("serviceId", "hour", "count")
    SELECT added.id, added.hour, added.count
    FROM unnest(${ids}::uuid[], ${hours}::timestamptz[], ${numbers}::int[]) AS added (id, hour, count)
    JOIN "Service" ON "Service".id = added.id
    ON CONFLICT ("serviceId", "hour") DO UPDATE SET "count" = "RequestStatistic"."count" + excluded."count"`;
}
