import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { GET } from "@/app/api/v1/static/[key]/images/[image_id]/route";
import { answerWith, asked, detectRequest, form, keys, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));
// The clock stands still: no request comes back to a key while the test runs.
vi.stubEnv("RATE_LIMIT_PER_KEY", "1");
vi.stubEnv("RATE_LIMIT_BURST", "5");

beforeAll(makeReady);
beforeEach(() => {
  answerWith(fullAnalysis);
  vi.useFakeTimers({ toFake: ["Date"] });
  return () => vi.useRealTimers();
});

const ask = (key: string) => POST(detectRequest({ body: form(), key }));

describe("an API key beyond its rate", () => {
  it("is answered 429 code 41 before the picture is read, until a request comes back to it", async () => {
    for (let use = 0; use < 5; use += 1) expect((await ask(keys.detection)).status).toBe(200);
    const response = await ask(keys.detection);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(await response.json()).toMatchObject({ code: 41 });
    expect(asked.length).toBe(5);
    vi.advanceTimersByTime(1_000);
    expect((await ask(keys.detection)).status).toBe(200);
    expect((await ask(keys.detection)).status).toBe(429);
  });

  it("leaves other keys alone", async () => {
    expect((await ask(keys.detectionV1)).status).toBe(200);
  });

  it("is answered so too where it stands in the address of a picture", async () => {
    const address = `http://localhost:8000/api/v1/static/${keys.recognition}/images/no-uuid`;
    for (let use = 0; use < 5; use += 1) expect((await GET(new Request(address))).status).toBe(400);
    expect((await GET(new Request(address))).status).toBe(429);
  });

  it("is not what a wrong key meets", async () => {
    for (let use = 0; use < 7; use += 1) expect((await ask(keys.unknown)).status).toBe(404);
  });
});
