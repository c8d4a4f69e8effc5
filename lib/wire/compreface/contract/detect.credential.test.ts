import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { answerWith, detectRequest, jsonOf, keys, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(fullAnalysis));

/** Broken in every other respect too, so that an answer about the key shows what is checked first. */
const broken = { query: "?limit=-1", body: "not a form", type: "text/plain" };

async function answer(key: string | null) {
  const response = await POST(detectRequest({ ...broken, key }));
  return { status: response.status, body: await jsonOf(response) };
}

describe("the credential of detection", () => {
  it("answers 400 code 20 when the header is missing", async () => {
    const body = { message: "Missing header: x-api-key", code: 20 };
    expect(await answer(null)).toEqual({ status: 400, body });
  });

  it.each(["", "abc", "11111111-1111-4111-8111-11111111111", "11111111-1111-4111-8111-1111111111111", "x".repeat(36)])(
    "answers 400 code 26 for %j, which is no UUID",
    async (key) => {
      const body = { message: "Service API key should be UUID", code: 26 };
      expect(await answer(key)).toEqual({ status: 400, body });
    },
  );

  it.each([
    ["unknown", keys.unknown],
    ["of a service of another type", keys.recognition],
  ])("answers 404 code 10 for a key that is %s", async (_what, key) => {
    const body = { message: `Detection service with API Key ${key} not found`, code: 10 };
    expect(await answer(key)).toEqual({ status: 404, body });
  });
});
