import { beforeAll, describe, expect, it, vi } from "vitest";
import { detectHandlers } from "@/lib/wire/compreface/endpoints/detect";
import { unknownPathHandlers } from "@/lib/wire/compreface/endpoints/unknown";
import { detectRequest, jsonOf, makeReady } from "@/lib/wire/testing/harness";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);

describe("methods and paths", () => {
  it.each(["GET", "PUT", "PATCH", "DELETE"] as const)("answers 405 with JSON to %s", async (method) => {
    const response = await detectHandlers[method](detectRequest({ method, key: null }));
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST, OPTIONS");
    expect(await jsonOf(response)).toEqual({ message: `Request method '${method}' not supported`, code: 0 });
  });

  it.each([detectHandlers, unknownPathHandlers])(
    "answers a browser's preflight with 204 and the wire's CORS headers",
    async ({ OPTIONS }) => {
      const response = await OPTIONS(detectRequest({ method: "OPTIONS", key: null }));
      expect(response.status).toBe(204);
      expect(await response.text()).toBe("");
      const cors = [...response.headers].filter(([name]) => name.startsWith("access-control-"));
      expect(Object.fromEntries(cors)).toEqual({
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, POST, OPTIONS, PUT, DELETE",
        "access-control-allow-headers":
          "DNT,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,x-api-key",
        "access-control-max-age": "1728000",
      });
    },
  );

  it.each(["GET", "POST", "PUT", "PATCH", "DELETE"] as const)(
    "answers 404 with JSON to %s of an unknown path",
    async (method) => {
      const response = await unknownPathHandlers[method](
        new Request("http://localhost:8000/api/v1/nothing", { method }),
      );
      expect(response.status).toBe(404);
      expect(await jsonOf(response)).toEqual({ message: "No endpoint at this path", code: 0 });
    },
  );
});
