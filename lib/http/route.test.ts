import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { bootSteps, readiness } from "@/lib/observability/readiness";
import { route } from "./route";
import type { Actor, Endpoint, Wire } from "./wire";

const wire: Wire = {
  name: "test",
  headers: { "x-wire": "test" },
  render: (status, body) => Response.json(body, { status }),
  renderError: (error) => Response.json({ code: error.code, text: error.message }, { status: 418 }),
};

const order: string[] = [];
const endpoint: Endpoint<Actor, string, string> = {
  pattern: "/test/{id}",
  authenticate: () => {
    order.push("authenticate");
    return { serviceId: "s1" };
  },
  read: ({ params }) => {
    order.push("read");
    return String(params.id);
  },
  run: (input) => `ran ${input}`,
  serialize: (result, input, { serviceId }) => ({ result, input, serviceId }),
};

const call = (changed: Partial<Endpoint<Actor, string, string>> = {}) =>
  route(wire, { ...endpoint, ...changed })(new Request("http://localhost/test/7?secret=1"), {
    params: Promise.resolve({ id: "7" }),
  });

beforeEach(() => {
  logger.level = "silent";
  order.length = 0;
  for (const step of bootSteps) readiness.complete(step);
});
afterEach(() => vi.restoreAllMocks());

describe("a route", () => {
  it("asks for the credential before it reads, and answers what the use case gave", async () => {
    const response = await call({ status: 201 });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ result: "ran 7", input: "7", serviceId: "s1" });
    expect(order).toEqual(["authenticate", "read"]);
  });

  it("reads nothing for a bad credential", async () => {
    const response = await call({ authenticate: () => Promise.reject(new AppError("unauthenticated", "who?")) });
    expect(await response.json()).toEqual({ code: "unauthenticated", text: "who?" });
    expect(order).toEqual([]);
  });

  it("says that it cannot for now when the disk is full, and when to come again", async () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    const response = await call({ run: () => Promise.reject(full) });
    expect(await response.json()).toEqual({ code: "unavailable", text: "The disk of the server is full." });
    expect(response.headers.get("retry-after")).toBe("60");
  });

  it.each(["authenticate", "read", "run", "serialize"] as const)(
    "gives an error in %s to the wire, with the headers of every answer",
    async (step) => {
      const fail = () => {
        throw new Error("inside");
      };
      const response = await call({ [step]: fail });
      expect(response.status).toBe(418);
      expect(JSON.stringify(await response.json())).not.toContain("inside");
      expect(response.headers.get("x-wire")).toBe("test");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("x-request-id")).toBeTruthy();
    },
  );

  it("says after how many seconds to come back", async () => {
    const response = await call({ run: () => Promise.reject(new AppError("busy", "later", { retryAfterS: 3 })) });
    expect(response.headers.get("retry-after")).toBe("3");
  });

  it("lets pass what it has not read of a refused body, for clients that send before they listen", async () => {
    const pull = vi.fn();
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const request = new Request("http://localhost/test/7", { method: "POST", body, duplex: "half" } as RequestInit);
    const refuse = () => Promise.reject(new AppError("unauthenticated", "who?"));
    expect((await route(wire, { ...endpoint, authenticate: refuse })(request)).status).toBe(418);
    await vi.waitFor(() => expect(pull).toHaveBeenCalled(), { timeout: 120_000 });
  });

  it("refuses work while the server is not ready, but for what answers during the boot", async () => {
    vi.spyOn(readiness, "status").mockReturnValue("stopping");
    expect(await (await call()).json()).toEqual({ code: "unavailable", text: "The server is stopping." });
    expect((await call({ duringBoot: true })).status).toBe(200);
  });

  it("logs the pattern and never the URL", async () => {
    const info = vi.spyOn(logger, "info").mockReturnValue();
    await call();
    expect(info).toHaveBeenCalledTimes(1);
    expect(info).toHaveBeenCalledWith(expect.objectContaining({ route: "/test/{id}", status: 200 }));
    expect(JSON.stringify(info.mock.calls)).not.toContain("secret");
  });
});
