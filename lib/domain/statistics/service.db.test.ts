import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { createServiceInput } from "@/lib/domain/services/schema";
import { createService } from "@/lib/domain/services/service";
import { logger } from "@/lib/observability/logger";
import { flushStatistics, recordRequest } from "./service";

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

const stored = () =>
  db().requestStatistic.findMany({
    where: { serviceId },
    orderBy: { hour: "asc" },
    select: { hour: true, count: true },
  });

describe("request statistics", () => {
  it("are added up per hour in UTC, over several flushes", async () => {
    recordRequest(serviceId, new Date("2026-11-20T10:00:00.000Z"));
    recordRequest(serviceId, new Date("2026-11-20T10:59:59.999Z"));
    recordRequest(serviceId, new Date("2026-11-20T11:00:00.000Z"));
    await flushStatistics();
    recordRequest(serviceId, new Date("2026-11-20T10:30:00.000Z"));
    await flushStatistics();
    expect(await stored()).toEqual([
      { hour: new Date("2026-11-20T10:00:00.000Z"), count: 3 },
      { hour: new Date("2026-11-20T11:00:00.000Z"), count: 1 },
    ]);
  });

  it("of a removed service do not keep those of the others from being stored", async () => {
    recordRequest("3fa85f64-5717-4562-b3fc-2c963f66afa6");
    recordRequest(serviceId);
    await flushStatistics();
    expect(await stored()).toMatchObject([{ count: 1 }]);
  });

  it("outlive a failure of the database", async () => {
    recordRequest(serviceId);
    await db().$executeRaw`ALTER TABLE "RequestStatistic" RENAME TO "Away"`;
    await flushStatistics();
    await db().$executeRaw`ALTER TABLE "Away" RENAME TO "RequestStatistic"`;
    expect(await stored()).toEqual([]);
    recordRequest(serviceId);
    await flushStatistics();
    expect((await stored()).reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });
});
