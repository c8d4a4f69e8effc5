import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { InferenceError } from "@/inference/inference-error";
import { setEngine } from "@/inference/pipeline/engine";
import { logger } from "@/lib/observability/logger";
import { readiness } from "@/lib/observability/readiness";
import { answerWith, detectRequest, form, jsonOf, makeReady } from "@/lib/wire/testing/harness";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
afterEach(() => vi.restoreAllMocks());

const detect = () => POST(detectRequest({ body: form() }));

describe("POST /api/v1/detection/detect", () => {
  it("answers 503 with the time to wait when the queue is full", async () => {
    answerWith(new InferenceError("busy", "queue full", { retryAfterS: 7 }));
    const response = await detect();
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await jsonOf(response)).toEqual({ message: "The server is busy, please try again later", code: 41 });
  });

  it.each(["timeout", "worker_lost", "model_missing", "model_corrupt"] as const)(
    "answers 503 with Retry-After for %s, without the engine's own words",
    async (code) => {
      answerWith(code);
      const response = await detect();
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
      expect(JSON.stringify(await jsonOf(response))).not.toContain("internal words");
    },
  );

  it("answers 503 when no engine runs", async () => {
    setEngine(undefined);
    expect((await detect()).status).toBe(503);
  });

  it("answers 503 in the wire's own shape while the server is not ready", async () => {
    vi.spyOn(readiness, "status").mockReturnValue("starting");
    const response = await detect();
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("2");
    expect(await jsonOf(response)).toEqual({ message: "The server is starting.", code: 41 });
  });

  it("answers one generic sentence to a surprise, which only the log tells", async () => {
    const log = vi.spyOn(logger, "error").mockReturnValue();
    answerWith(new Error("secret of the inside"));
    const response = await detect();
    expect(response.status).toBe(500);
    expect(await jsonOf(response)).toEqual({ message: "Something went wrong, please try again", code: 0 });
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ cause: expect.stringContaining("secret of the inside") }),
    );
  });
});
