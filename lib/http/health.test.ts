import { afterEach, describe, expect, it, vi } from "vitest";
import { exposePool } from "@/lib/observability/metrics";
import { bootSteps, readiness } from "@/lib/observability/readiness";
import { answerLive, answerMetrics, answerReady } from "./health";

afterEach(() => vi.restoreAllMocks());

describe("health", () => {
  it("answers 503 while it starts and names the step that is missing", async () => {
    for (const step of bootSteps.slice(0, 2)) readiness.complete(step);
    readiness.begin("migrations");
    const response = answerReady();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: "starting",
      steps: [
        { name: "config", state: "done" },
        { name: "database", state: "done" },
        { name: "migrations", state: "running" },
        { name: "models", state: "waiting", ms: 0 },
        { name: "workers", state: "waiting", ms: 0 },
        { name: "index", state: "waiting", ms: 0 },
      ],
    });
  });

  it("answers 200 once every step is done", async () => {
    for (const step of bootSteps) readiness.complete(step);
    const response = answerReady();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("lives whether or not it is ready", () => {
    vi.spyOn(readiness, "status").mockReturnValue("starting");
    expect(answerLive().status).toBe(200);
  });

  it("shows the worker pool as it is at the time of asking", async () => {
    const pool = { queued: 3, busy: 2, workers: 2, restarts: 1 };
    exposePool(() => pool);
    expect(await (await answerMetrics()).text()).toContain("mien_inference_queued 3");
    pool.queued = 0;
    const text = await (await answerMetrics()).text();
    expect(text).toContain("mien_inference_queued 0");
    expect(text).toContain("mien_inference_worker_restarts 1");
  });
});
