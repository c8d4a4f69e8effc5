import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { logger } from "@/lib/observability/logger";
import { metrics } from "@/lib/observability/metrics";
import { answerWith, detectRequest, form, keys, makeReady } from "@/lib/wire/testing/harness";
import { emptyAnalysis, fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

const lines: Record<string, unknown>[] = [];

beforeAll(() => {
  makeReady();
  for (const level of ["info", "warn", "error"] as const) {
    vi.spyOn(logger, level).mockImplementation((line: unknown) => void lines.push(line as Record<string, unknown>));
  }
});
beforeEach(() => {
  lines.length = 0;
});

describe("the log of a request", () => {
  it("is one event with the facts of the analysis", async () => {
    answerWith(fullAnalysis);
    await POST(detectRequest({ body: form() }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      event: "request",
      wire: "compreface",
      route: "/api/v1/detection/detect",
      method: "POST",
      status: 200,
      serviceId: "service-DETECTION",
      facesFound: 2,
      queueMs: 4,
      modelVersions: { detector: "detector-3" },
    });
    expect(lines[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines[0]?.ms).toBeTypeOf("number");
  });

  it("holds no key, query, file name or embedding, whatever the outcome", async () => {
    const secrets = [keys.detection, keys.unknown, "det_prob", "portrait-of-tom", "0.5,-0.5"];
    const query = "?det_prob_threshold=0.25&face_plugins=calculator";
    for (const [analysis, key] of [
      [fullAnalysis, keys.detection],
      [emptyAnalysis, keys.detection],
      [fullAnalysis, keys.unknown],
    ] as const) {
      answerWith(analysis);
      await POST(detectRequest({ body: form({}, "portrait-of-tom.jpg"), query, key }));
      await POST(detectRequest({ body: form({}, "portrait-of-tom.exe"), query, key }));
    }
    expect(lines).toHaveLength(6);
    for (const secret of secrets) expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it("tells a refusal for lack of room without a stack", async () => {
    answerWith("busy");
    await POST(detectRequest({ body: form() }));
    expect(lines).toEqual([expect.objectContaining({ status: 503, errorCode: "busy", cause: undefined })]);
  });

  it("names the code of a failure", async () => {
    answerWith(emptyAnalysis);
    await POST(detectRequest({ body: form() }));
    expect(lines[0]).toMatchObject({ status: 400, errorCode: "no_face" });
  });

  it("takes a client's request id only when it is short and harmless", async () => {
    answerWith(fullAnalysis);
    const request = detectRequest({ body: form() });
    request.headers.set("x-request-id", 'a","status":200');
    await POST(request);
    expect(lines[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("tells a client that hung up from a failure of ours", async () => {
    const controller = new AbortController();
    answerWith(new DOMException("gone", "AbortError"));
    const pending = POST(detectRequest({ body: form(), signal: controller.signal }));
    controller.abort();
    await pending;
    expect(lines[0]).toMatchObject({ status: 499, errorCode: undefined });
  });
});

describe("the metrics of a request", () => {
  it("count it by route pattern and status, and time its stages", async () => {
    metrics.registry.resetMetrics();
    answerWith(fullAnalysis);
    await POST(detectRequest({ body: form() }));
    const text = await metrics.registry.metrics();
    expect(text).toContain('mien_requests_total{wire="compreface",route="/api/v1/detection/detect",status="200"} 1');
    expect(text).toContain('mien_stage_duration_seconds_count{stage="detect"} 1');
    expect(text).toContain('mien_stage_duration_seconds_sum{stage="age"} 0.0034');
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  });
});
