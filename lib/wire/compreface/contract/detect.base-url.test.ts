import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "@/app/k/[key]/[[...path]]/route";
import { logger } from "@/lib/observability/logger";
import { metrics } from "@/lib/observability/metrics";
import { detectHandlers } from "@/lib/wire/compreface/endpoints/detect";
import { answerWith, detectRequest, form, jsonOf, keys, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(fullAnalysis));

const open = { GET, POST, PUT, PATCH, DELETE, OPTIONS } as const;
const methods = Object.keys(open) as (keyof typeof open)[];
const detect = "/api/v1/detection/detect";

const at = (path: string, init: RequestInit = {}) => new Request(`http://localhost:8000${path}`, init);
const post = (path: string, init: RequestInit = {}) => open.POST(at(path, { method: "POST", body: form(), ...init }));

async function factsOf(response: Response) {
  const headers = [...response.headers].filter(([name]) => name !== "x-request-id");
  return { status: response.status, headers, text: await response.text() };
}

describe("the base address with a key", () => {
  it.each([detect, `${detect}/`])("answers %s as the plain address answers the key in the header", async (path) => {
    const query = "?face_plugins=landmarks?limit=1";
    const plain = await detectHandlers.POST(detectRequest({ body: form(), key: keys.detectionOpen, query }));
    const answer = await post(`/k/${keys.detectionOpen}${path}${query}`);
    expect(answer.status).toBe(200);
    expect(await factsOf(answer)).toEqual(await factsOf(plain));
  });

  it("takes the key of the address, whatever stands in the header", async () => {
    const headers = { "x-api-key": keys.detection };
    expect((await post(`/k/${keys.detectionOpen}${detect}`, { headers })).status).toBe(200);
    expect((await post(`/k/${keys.unknown}${detect}`, { headers })).status).toBe(404);
  });

  it.each([
    ["of a service that did not open it", keys.detection],
    ["unknown", keys.unknown],
    ["of a service of another type", keys.recognitionOpen],
  ])("answers 404 code 10 for a key that is %s", async (_what, key) => {
    const response = await post(`/k/${key}${detect}`);
    expect(response.status).toBe(404);
    expect(await jsonOf(response)).toEqual({ message: `Detection service with API Key ${key} not found`, code: 10 });
  });

  it.each(["abc", "%31", "ä", "a%0D%0Ab", `%20${keys.detectionOpen}`])("answers 400 code 26 for %j", async (key) => {
    const response = await post(`/k/${key}${detect}`);
    expect(response.status).toBe(400);
    expect(await jsonOf(response)).toEqual({ message: "Service API key should be UUID", code: 26 });
  });

  it.each(methods)("answers %s as the plain address does", async (method) => {
    const plain = await detectHandlers[method](detectRequest({ method, key: keys.detectionOpen }));
    const answer = await open[method](at(`/k/${keys.detectionOpen}${detect}`, { method }));
    expect(await factsOf(answer)).toEqual(await factsOf(plain));
  });

  it.each(["", "/", "/api/v1", "/api/v1/nothing", "/api/admin/me", "/api/v1/detection%2Fdetect", `/k/1${detect}`])(
    "answers 404 with JSON when %j follows the key",
    async (path) => {
      const response = await open.GET(at(`/k/${keys.detectionOpen}${path}`));
      expect(response.status).toBe(404);
      expect(await jsonOf(response)).toEqual({ message: "No endpoint at this path", code: 0 });
    },
  );

  it("refuses pages that the service does not list", async () => {
    const path = `/k/${keys.detectionListed}${detect}`;
    expect((await post(path, { headers: { origin: "https://elsewhere.example" } })).status).toBe(403);
    expect((await post(path, { headers: { origin: "https://app.example" } })).status).toBe(200);
  });

  it("tells the engine when the client hangs up", async () => {
    const controller = new AbortController();
    const lines: unknown[] = [];
    const warn = vi.spyOn(logger, "warn").mockImplementation((line: unknown) => void lines.push(line));
    answerWith(new DOMException("gone", "AbortError"));
    const pending = post(`/k/${keys.detectionOpen}${detect}`, { signal: controller.signal });
    controller.abort();
    await pending;
    warn.mockRestore();
    expect(lines).toEqual([expect.objectContaining({ status: 499 })]);
  });
});

it("leaves no key in the log and the metrics, whatever the outcome", async () => {
  const lines: unknown[] = [];
  const levels = ["info", "warn", "error"] as const;
  const spies = levels.map((level) =>
    vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => void lines.push(line)),
  );
  const secrets = [keys.detectionOpen, keys.detection, keys.unknown, "not-a-uuid"];
  for (const key of secrets) {
    await post(`/k/${key}${detect}`);
    await post(`/k/${key}/nothing`);
    await open.GET(at(`/k/${key}${detect}`));
  }
  answerWith(new Error("broken"));
  await post(`/k/${keys.detectionOpen}${detect}`);
  for (const spy of spies) spy.mockRestore();

  expect(lines).toHaveLength(13);
  const traces = JSON.stringify(lines) + (await metrics.registry.metrics());
  expect(traces).toContain(`"route":"${detect}"`);
  for (const secret of secrets) expect(traces).not.toContain(secret);
});
