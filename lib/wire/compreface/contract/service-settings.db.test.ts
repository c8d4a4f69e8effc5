import { beforeAll, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { POST as openPost } from "@/app/k/[key]/[[...path]]/route";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { createServiceInput } from "@/lib/domain/services/schema";
import { createService } from "@/lib/domain/services/service";
import { answerWith, detectRequest, form, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
beforeAll(makeReady);

const input = createServiceInput.parse({ applicationName: "Demo", name: "faces", type: "DETECTION" });

it("follows both settings from the next request on", async () => {
  answerWith(fullAnalysis);
  const { id, apiKey: key } = await createService(commandLineActor, input);
  const set = (data: { openBaseUrl?: boolean; allowedOrigins?: string[] }) =>
    db().service.update({ where: { id }, data });
  const openStatus = async () => {
    const url = `http://localhost:8000/k/${key}/api/v1/detection/detect`;
    return (await openPost(new Request(url, { method: "POST", body: form() }))).status;
  };
  const pageStatus = async () => {
    const request = detectRequest({ body: form(), key });
    request.headers.set("origin", "https://app.example");
    return (await POST(request)).status;
  };

  expect([await openStatus(), await pageStatus()]).toEqual([404, 200]);
  await set({ openBaseUrl: true, allowedOrigins: ["https://other.example"] });
  expect([await openStatus(), await pageStatus()]).toEqual([200, 403]);
  await set({ openBaseUrl: false, allowedOrigins: ["https://other.example", "https://app.example"] });
  expect([await openStatus(), await pageStatus()]).toEqual([404, 200]);
});
