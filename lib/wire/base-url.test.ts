import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { baseUrlHandlers, wireRoutes } from "./base-url";
import { jsonOf, keys, makeReady } from "./testing/harness";

const app = path.resolve(import.meta.dirname, "../../app");
/** Of our own server, not of a vendor: nothing there takes an API key. */
const own = ["/docs/", "/api/admin/", "/api/auth/", "/api/health/", "/api/metrics", "/k/"];

it("knows every route of a wire, and only those", () => {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => path.basename(file) === "route.ts").map((file) => `/${path.dirname(file)}`);
  const wires = routes.filter((route) => !route.includes("[...path]") && !own.some((start) => route.startsWith(start)));
  expect(wires.length).toBeGreaterThan(0);
  const patterns = wires.map((route) => route.replaceAll(/\[(\w+)\]/g, "{$1}"));
  expect([...wireRoutes.keys()].sort()).toEqual(patterns.sort());
});

describe("a path that a vendor does not have, behind the key", () => {
  beforeAll(makeReady);

  it.each([
    ["/NFFS-FIQA/v2/predict", { job: { id: expect.any(String), result: null }, ok: false }],
    ["/NFFS-FIQA", { job: { id: expect.any(String), result: null }, ok: false }],
    ["/quality/face", { code: 1404, message: "not found", request_id: expect.any(String) }],
    ["/liveness", { return_msg: { return_code: "INF-02", return_msg: "Request URL Query failed." } }],
    ["/similarity/v3", { return_msg: { return_code: "INF-02", return_msg: "Request URL Query failed." } }],
    ["/age-estimator/v2/process/sample", { detail: "Not Found" }],
    ["/verify-matcher", { detail: "Not Found" }],
    ["/age", { message: "No endpoint at this path", code: 0 }],
  ])("%s gets that vendor's own 404", async (vendorPath, body) => {
    const address = `http://localhost:8000/k/${keys.detectionOpen}${vendorPath}`;
    const response = await baseUrlHandlers.POST(new Request(address, { method: "POST" }));
    expect(response.status).toBe(404);
    expect(await jsonOf(response)).toMatchObject(body);
  });
});
