import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { answerWith, detectRequest, jsonOf, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(fullAnalysis));

it.each(["text/plain", "image/jpeg", "application/x-www-form-urlencoded", "application/jsonp"])(
  "answers 415 with JSON to %s",
  async (type) => {
    const response = await POST(detectRequest({ body: "x", type }));
    expect(response.status).toBe(415);
    const message = "Content type should be multipart/form-data or application/json";
    expect(await jsonOf(response)).toEqual({ message, code: 26 });
  },
);

it("answers 415 with JSON to a request without a body", async () => {
  expect((await POST(detectRequest({}))).status).toBe(415);
});
