import { beforeEach, describe, expect, it, vi } from "vitest";
import { bootSteps } from "./readiness";

describe("readiness", () => {
  beforeEach(() => {
    vi.resetModules();
    delete (globalThis as Record<symbol, unknown>)[Symbol.for("mien.readiness")];
  });
  const load = async () => (await import("./readiness")).readiness;

  it("is ready only when every step is done", async () => {
    const readiness = await load();
    for (const step of bootSteps) {
      expect(readiness.status()).toBe("starting");
      readiness.begin(step);
      readiness.complete(step);
    }
    expect(readiness.status()).toBe("ready");
  });

  it("names the step that failed and why", async () => {
    const readiness = await load();
    readiness.begin("database");
    readiness.fail("database", "data directory is in use");
    expect(readiness.status()).toBe("failed");
    expect(readiness.report().steps.find((step) => step.name === "database")).toMatchObject({
      state: "failed",
      error: "data directory is in use",
    });
  });

  it("is the same object in every bundle of the process", async () => {
    const first = await load();
    vi.resetModules();
    expect(await load()).toBe(first);
  });

  it("is not ready any more once the server stops", async () => {
    const readiness = await load();
    for (const step of bootSteps) readiness.complete(step);
    readiness.stop();
    expect(readiness.status()).toBe("stopping");
  });
});
