import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { makeCaller, makeCompany } from "@/lib/domain/policy/testing/company";
import type { Caller } from "@/lib/domain/policy/types";
import { createServiceInput } from "@/lib/domain/services/schema";
import { createService } from "@/lib/domain/services/service";
import { logger } from "@/lib/observability/logger";
import { flushStatistics, readStatistics, recordRequest } from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
logger.level = "silent";
provideDatabase();

let serviceId: string;
let made = 0;
beforeEach(async () => {
  made += 1;
  const input = { applicationName: "Demo", name: `faces ${made}`, type: "DETECTION" };
  serviceId = (await createService(commandLineActor, createServiceInput.parse(input))).id;
});

interface Sample {
  readonly at?: string;
  readonly service?: string;
  readonly status?: number;
  readonly ms?: number;
}

function request({ at, service = serviceId, status = 200, ms = 40 }: Sample = {}): void {
  recordRequest({ serviceId: service, status, ms }, at === undefined ? new Date() : new Date(at));
}

const stored = () =>
  db().requestStatistic.findMany({
    where: { serviceId },
    orderBy: { hour: "asc" },
    select: { hour: true, count: true },
  });

describe("request statistics", () => {
  it("are added up per hour in UTC, over several flushes", async () => {
    request({ at: "2026-11-20T10:00:00.000Z" });
    request({ at: "2026-11-20T10:59:59.999Z" });
    request({ at: "2026-11-20T11:00:00.000Z" });
    await flushStatistics();
    request({ at: "2026-11-20T10:30:00.000Z" });
    await flushStatistics();
    expect(await stored()).toEqual([
      { hour: new Date("2026-11-20T10:00:00.000Z"), count: 3 },
      { hour: new Date("2026-11-20T11:00:00.000Z"), count: 1 },
    ]);
  });

  it("of a removed service do not keep those of the others from being stored", async () => {
    request({ service: "3fa85f64-5717-4562-b3fc-2c963f66afa6" });
    request();
    await flushStatistics();
    expect(await stored()).toMatchObject([{ count: 1 }]);
  });

  it("outlive a failure of the database", async () => {
    request();
    await db().$executeRaw`ALTER TABLE "RequestStatistic" RENAME TO "Away"`;
    await flushStatistics();
    await db().$executeRaw`ALTER TABLE "Away" RENAME TO "RequestStatistic"`;
    expect(await stored()).toEqual([]);
    request();
    await flushStatistics();
    expect((await stored()).reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });
});

describe("the statistics of a service", () => {
  let reader: Caller;
  beforeEach(async () => {
    reader = await makeCaller("OWNER");
  });

  const read = (by: "hour" | "day" | "month", from: string, to: string) =>
    readStatistics({ actor: reader, serviceId, by, from: new Date(from), to: new Date(to) });

  it("add up requests, errors and times per hour, over several flushes", async () => {
    for (let ms = 1; ms <= 90; ms += 1) request({ at: "2026-11-20T10:05:00.000Z", ms: 40 });
    await flushStatistics();
    for (let ms = 1; ms <= 10; ms += 1) request({ at: "2026-11-20T10:55:00.000Z", ms: 1_400, status: 503 });
    request({ at: "2026-11-20T12:00:00.000Z", ms: 4 });
    await flushStatistics();
    expect(await read("hour", "2026-11-20T10:30:00Z", "2026-11-20T12:30:00Z")).toEqual([
      { at: new Date("2026-11-20T10:00:00Z"), requests: 100, errors: 10, p50Ms: 41, p95Ms: 1_200 },
      { at: new Date("2026-11-20T11:00:00Z"), requests: 0, errors: 0, p50Ms: null, p95Ms: null },
      { at: new Date("2026-11-20T12:00:00Z"), requests: 1, errors: 0, p50Ms: 2, p95Ms: 4 },
    ]);
  });

  it("add up the hours of a day in UTC", async () => {
    request({ at: "2026-11-19T23:59:59.999Z" });
    request({ at: "2026-11-20T00:00:00.000Z", ms: 1 });
    request({ at: "2026-11-20T23:00:00.000Z", ms: 9_000, status: 400 });
    await flushStatistics();
    expect(await read("day", "2026-11-19T12:00:00Z", "2026-11-21T00:00:00Z")).toMatchObject([
      { at: new Date("2026-11-19T00:00:00Z"), requests: 1, errors: 0 },
      { at: new Date("2026-11-20T00:00:00Z"), requests: 2, errors: 1, p50Ms: 5 },
    ]);
  });

  it("add up the days of a month of the calendar, in UTC", async () => {
    request({ at: "2026-01-31T23:59:59.999Z" });
    request({ at: "2026-02-01T00:00:00.000Z" });
    request({ at: "2026-02-28T23:00:00.000Z", status: 400 });
    request({ at: "2026-03-01T00:00:00.000Z" });
    await flushStatistics();
    expect(await read("month", "2026-01-15T12:00:00Z", "2026-02-01T00:00:00.001Z")).toMatchObject([
      { at: new Date("2026-01-01T00:00:00Z"), requests: 1, errors: 0 },
      { at: new Date("2026-02-01T00:00:00Z"), requests: 2, errors: 1 },
    ]);
    expect(await read("month", "2026-01-15T12:00:00Z", "2026-02-01T00:00:00Z")).toHaveLength(1);
  });

  it("keep the count of hours from before times were measured", async () => {
    const hour = new Date("2026-11-20T10:00:00Z");
    await db().requestStatistic.create({ data: { serviceId, hour, count: 5 } });
    expect(await read("hour", "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z")).toEqual([
      { at: hour, requests: 5, errors: 0, p50Ms: null, p95Ms: null },
    ]);
    request({ at: "2026-11-20T10:30:00.000Z" });
    await flushStatistics();
    expect(await read("hour", "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z")).toMatchObject([
      { requests: 6, p95Ms: 40 },
    ]);
  });

  it("reach back a day by hours, thirty days by days and a year by months where nothing is said", async () => {
    const now = new Date("2026-11-20T10:20:00Z");
    const hours = await readStatistics({ actor: reader, serviceId, by: "hour" }, now);
    expect([hours.length, hours.at(-1)?.at]).toEqual([24, new Date("2026-11-20T10:00:00Z")]);
    const days = await readStatistics({ actor: reader, serviceId, by: "day" }, now);
    expect([days.length, days.at(-1)?.at]).toEqual([30, new Date("2026-11-20T00:00:00Z")]);
    const months = await readStatistics({ actor: reader, serviceId, by: "month" }, now);
    expect([months.length, months[0]?.at]).toEqual([12, new Date("2025-12-01T00:00:00Z")]);
    expect(months.at(-1)?.at).toEqual(new Date("2026-11-01T00:00:00Z"));
  });

  it("are at most 750 periods at once, and at least one", async () => {
    const fields = [{ name: "from" }];
    expect(await read("hour", "2026-10-01T00:00:00Z", "2026-11-01T06:00:00Z")).toHaveLength(750);
    await expect(read("hour", "2026-10-01T00:00:00Z", "2026-11-01T06:00:01Z")).rejects.toMatchObject({ fields });
    await expect(read("day", "2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z")).rejects.toMatchObject({ fields });
    await expect(read("day", "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z")).rejects.toMatchObject({ fields });
    await expect(read("month", "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z")).rejects.toMatchObject({ fields });
  });

  it("are not for who is no member", async () => {
    const { serviceId: foreign } = await makeCompany();
    const actor = await makeCaller();
    await expect(readStatistics({ actor, serviceId: foreign, by: "hour" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
