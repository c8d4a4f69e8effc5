import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { answerWith, asked, detectRequest, jsonOf, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(fullAnalysis));

const fileBytesMax = 5 * 1024 * 1024;
const requestBytesMax = 10 * 1024 * 1024;

function formWith(bytes: number): FormData {
  const data = new FormData();
  data.set("file", new File([new Uint8Array(bytes)], "photo.jpg"));
  return data;
}

describe("POST /api/v1/detection/detect answers 413", () => {
  const file = { message: `File size exceeds the limit of ${fileBytesMax} bytes`, code: 26 };
  const whole = { message: `Request size exceeds the limit of ${requestBytesMax} bytes`, code: 26 };

  it("to a file one byte over the limit, but not to one at it", async () => {
    const over = await POST(detectRequest({ body: formWith(fileBytesMax + 1) }));
    expect(over.status).toBe(413);
    expect(await jsonOf(over)).toEqual(file);
    expect(asked).toEqual([]);
    expect((await POST(detectRequest({ body: formWith(fileBytesMax) }))).status).toBe(200);
  });

  it("to base64 of a file over the limit", async () => {
    const body = JSON.stringify({ file: Buffer.alloc(fileBytesMax + 1).toString("base64") });
    const response = await POST(detectRequest({ body, type: "application/json" }));
    expect(response.status).toBe(413);
    expect(await jsonOf(response)).toEqual(file);
  });

  it("to a request over the limit, in both forms", async () => {
    const data = formWith(100);
    for (let part = 0; part < 3; part++)
      data.append(`other${part}`, new File([new Uint8Array(4_000_000)], "other.jpg"));
    const text = JSON.stringify({ file: "a".repeat(requestBytesMax) });
    for (const call of [{ body: data }, { body: text, type: "application/json" }]) {
      const response = await POST(detectRequest(call));
      expect(response.status).toBe(413);
      expect(await jsonOf(response)).toEqual(whole);
    }
  });
});
