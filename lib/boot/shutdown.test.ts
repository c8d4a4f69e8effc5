import { describe, expect, it } from "vitest";
import { readiness } from "@/lib/observability/readiness";
import { StopList, shutDown } from "./shutdown";

describe("shutdown", () => {
  it("stops what was started, the latest first and only after the drain, and exits with 0", async () => {
    const order: string[] = [];
    const stops = new StopList();
    stops.add("database", () => void order.push("database"));
    stops.add("workers", () => void order.push("workers"));
    const connections = {
      inFlight: () => 0,
      drain: async () => {
        order.push(`drain while ${readiness.status()}`);
        return true;
      },
    };
    const exit = (status: number) => void order.push(`exit ${status}`);
    await shutDown({ connections, stops, booted: Promise.resolve(), exit });
    expect(order).toEqual(["drain while stopping", "workers", "database", "exit 0"]);
  });

  it("stops the database even when the workers do not stop cleanly", async () => {
    const stopped: string[] = [];
    const stops = new StopList();
    stops.add("database", () => void stopped.push("database"));
    stops.add("workers", () => Promise.reject(new Error("stuck")));
    await stops.run();
    expect(stopped).toEqual(["database"]);
  });
});
