import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { wireRoutes } from "./base-url";

const app = path.resolve(import.meta.dirname, "../../app");
/** Of our own server, not of a vendor: nothing there takes an API key. */
const own = ["/docs/", "/api/admin/", "/api/auth/", "/api/health/", "/api/metrics", "/k/"];

it("knows every route of a wire, and only those", () => {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => path.basename(file) === "route.ts").map((file) => `/${path.dirname(file)}`);
  const wires = routes.filter(
    (route) => !route.endsWith("/[[...path]]") && !own.some((start) => route.startsWith(start)),
  );
  expect(wires.length).toBeGreaterThan(0);
  const patterns = wires.map((route) => route.replaceAll(/\[(\w+)\]/g, "{$1}"));
  expect([...wireRoutes.keys()].sort()).toEqual(patterns.sort());
});
