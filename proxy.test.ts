import { AsyncLocalStorage } from "node:async_hooks";
import { expect, it, vi } from "vitest";
import { wireRoutes } from "@/lib/wire/base-url";
import { config } from "./proxy";

// Next's helper for tests expects what its server has put there.
vi.stubGlobal("AsyncLocalStorage", AsyncLocalStorage);
const { unstable_doesMiddlewareMatch } = await import("next/experimental/testing/server");
const passes = (path: string) =>
  unstable_doesMiddlewareMatch({ config, url: `http://localhost${path}`, nextConfig: {} });

it("stands before pages", () => {
  for (const path of ["/", "/applications", "/docs/api/3divi", "/services/1/settings"])
    expect([path, passes(path)]).toEqual([path, true]);
});

it("stands before no path of a wire, where it would cut large bodies", () => {
  for (const pattern of wireRoutes.keys()) {
    const path = pattern.replaceAll(/\{\w+\}/g, "x");
    expect([path, passes(path)]).toEqual([path, false]);
    expect([path, passes(`/k/key${path}`)]).toEqual([path, false]);
  }
});

it("stands before no path that a vendor's client may try in vain, which that vendor's wire answers", () => {
  for (const path of ["/NFFS-FIQA", "/quality", "/faces/x", "/version/x", "/age-estimator/v2/process/sample"])
    expect([path, passes(path)]).toEqual([path, false]);
});
