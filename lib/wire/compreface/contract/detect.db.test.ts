import { beforeAll, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { createServiceInput } from "@/lib/domain/services/schema";
import { createService } from "@/lib/domain/services/service";
import { flushStatistics, recordRequest } from "@/lib/domain/statistics/service";
import { observeServiceRequests } from "@/lib/http/request-observer";
import { answerWith, detectRequest, form, jsonOf, keys, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
observeServiceRequests(recordRequest);
beforeAll(makeReady);

const makeService = (type: string) =>
  createService(commandLineActor, createServiceInput.parse({ applicationName: "Demo", name: type, type }));

const statusFor = async (key: string) => (await POST(detectRequest({ body: form(), key }))).status;

it("lets exactly the keys of detection services in, counts their requests and follows their settings", async () => {
  answerWith(fullAnalysis);
  const [detection, recognition] = [await makeService("DETECTION"), await makeService("RECOGNITION")];
  expect(await statusFor(detection.apiKey)).toBe(200);
  expect(await statusFor(detection.apiKey.toUpperCase())).toBe(200);
  expect(await statusFor(recognition.apiKey)).toBe(404);
  expect(await statusFor(keys.unknown)).toBe(404);

  await flushStatistics();
  const counts = await db().requestStatistic.findMany({
    select: { serviceId: true, count: true, errors: true, latencyCounts: true },
  });
  expect(counts).toMatchObject([{ serviceId: detection.id, count: 2, errors: 0 }]);
  expect(counts[0]?.latencyCounts.reduce((sum, timed) => sum + timed)).toBe(2);

  await db().service.update({ where: { id: detection.id }, data: { responseFormat: "V1" } });
  const response = await POST(detectRequest({ body: form(), key: detection.apiKey }));
  expect(await jsonOf(response)).toHaveProperty("result.0.gender.value", "female");

  await db().apiKey.updateMany({ where: { serviceId: detection.id }, data: { revokedAt: new Date() } });
  expect(await statusFor(detection.apiKey)).toBe(404);
});
