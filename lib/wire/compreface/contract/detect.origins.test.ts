import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { OPTIONS, POST } from "@/app/api/v1/detection/detect/route";
import { answerWith, asked, detectRequest, form, keys, listedOrigins, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(fullAnalysis));

function requestFrom(origin: string | null, { query = "", key = keys.detectionListed as string } = {}): Request {
  const request = detectRequest({ body: form(), query, key });
  if (origin !== null) request.headers.set("origin", origin);
  return request;
}

function corsOf({ status, headers }: Response) {
  const listed = headers.get("vary")?.includes("Origin") ?? false;
  return { status, origin: headers.get("access-control-allow-origin"), varies: listed };
}

const pages = [...listedOrigins, "https://elsewhere.example", "null", null];

describe("a service that lists origins", () => {
  it.each([...listedOrigins, "HTTPS://App.Example"])(
    "answers pages of %s, and lets only them read it",
    async (origin) => {
      const response = await POST(requestFrom(origin));
      expect(corsOf(response)).toEqual({ status: 200, origin, varies: true });
      expect(response.headers.get("access-control-allow-headers")).toContain("x-api-key");
    },
  );

  it("lets listed pages read its errors too", async () => {
    const response = await POST(requestFrom(listedOrigins[0], { query: "?limit=-1" }));
    expect(corsOf(response)).toEqual({ status: 400, origin: listedOrigins[0], varies: true });
  });

  it.each([
    "https://elsewhere.example",
    "http://app.example",
    "https://app.example:8443",
    "https://app.example.elsewhere.example",
    "https://app.example, https://elsewhere.example",
    "null",
    "",
  ])("refuses pages of %j with 403 code 26 before it reads the picture", async (origin) => {
    const response = await POST(requestFrom(origin));
    expect(corsOf(response)).toEqual({ status: 403, origin: null, varies: true });
    expect(await response.json()).toEqual({ message: "This service does not answer pages of this origin", code: 26 });
    expect(asked).toEqual([]);
  });

  it("answers servers, which send no origin", async () => {
    expect(corsOf(await POST(requestFrom(null)))).toEqual({ status: 200, origin: null, varies: true });
  });

  it("answers every preflight alike, since that carries no key", async () => {
    const request = detectRequest({ method: "OPTIONS", key: null });
    request.headers.set("origin", "https://elsewhere.example");
    expect(corsOf(await OPTIONS(request))).toEqual({ status: 204, origin: "*", varies: false });
  });
});

describe("a service that lists no origins", () => {
  it.each(pages)("answers pages of %j as the original does", async (origin) => {
    const response = await POST(requestFrom(origin, { key: keys.detection }));
    expect(corsOf(response)).toEqual({ status: 200, origin: "*", varies: false });
  });
});

it.each(pages)("an unknown key from %j is an unknown key", async (origin) => {
  expect((await POST(requestFrom(origin, { key: keys.unknown }))).status).toBe(404);
});
