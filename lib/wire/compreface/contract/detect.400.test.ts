import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import type { InferenceErrorCode } from "@/inference/inference-error";
import { answerWith, asked, detectRequest, form, jsonOf, makeReady } from "@/lib/wire/testing/harness";
import { emptyAnalysis, fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(fullAnalysis));

type Call = Parameters<typeof detectRequest>[0];

async function refused(call: Call) {
  const response = await POST(detectRequest(call));
  expect(response.status).toBe(400);
  return jsonOf(response);
}

const json = (body: unknown): Call => ({ body: JSON.stringify(body), type: "application/json" });

describe("POST /api/v1/detection/detect answers 400", () => {
  it("with code 28 when the picture holds no face", async () => {
    answerWith(emptyAnalysis);
    expect(await refused({ body: form() })).toEqual({ message: "No face is found in the given image", code: 28 });
  });

  it.each<InferenceErrorCode>(["image_unreadable", "image_unsupported", "image_too_many_pixels"])(
    "with code 21 and a text of its own for %s",
    async (code) => {
      answerWith(code);
      const body = await refused({ body: form() });
      expect(body).toEqual({ message: expect.stringMatching(/^The image /), code: 21 });
    },
  );

  it.each([
    ["?limit=-1", "Limit should be equal or greater than 0; "],
    ["?limit=abc", "Limit should be an integer; "],
    ["?limit=1e3", "Limit should be an integer; "],
    ["?limit=99999999999", "Limit should be an integer; "],
    ["?det_prob_threshold=1.01", "det_prob_threshold should be a number between 0 and 1; "],
    ["?det_prob_threshold=-0.1", "det_prob_threshold should be a number between 0 and 1; "],
    ["?det_prob_threshold=NaN", "det_prob_threshold should be a number between 0 and 1; "],
    ["?det_prob_threshold=1e309", "det_prob_threshold should be a number between 0 and 1; "],
    ["?status=maybe", "status should be true or false; "],
    ["?status=constructor", "status should be true or false; "],
  ])("with code 26 for %s, and no network runs", async (query, message) => {
    expect(await refused({ body: form(), query })).toEqual({ message, code: 26 });
    expect(asked).toEqual([]);
  });

  it("with every broken rule in one text", async () => {
    const body = (await refused({ body: form(), query: "?limit=-1&status=maybe" })) as { message: string };
    expect(body.message).toBe("Limit should be equal or greater than 0; status should be true or false; ");
  });

  it("with code 34 when the form has no picture", async () => {
    const body = new FormData();
    body.set("limit", "1");
    expect(await refused({ body })).toEqual({ message: "Required part file is missing", code: 34 });
  });

  it.each(["photo.txt", "photo", "photo.jpg.exe"])("with code 21 for a file named %s", async (name) => {
    const message = `File [${name}] has an unavailable extension`;
    expect(await refused({ body: form({}, name) })).toEqual({ message, code: 21 });
  });

  it.each([[{}], [{ file: "" }], [{ file: null }], [[]], ["text"], [null]])(
    "with code 5 for JSON without a picture: %j",
    async (body) => {
      expect(await refused(json(body))).toEqual({ message: "Field content cannot be empty", code: 5 });
    },
  );

  it.each(["####", "data:image/jpeg;base64,/9j/", "abc"])("with code 21 for %s instead of base64", async (file) => {
    expect(await refused(json({ file }))).toEqual({ message: "Provided value is not Base64", code: 21 });
  });

  it("with code 21 for a part of a form that says it is base64 and is not", async () => {
    const lines = [
      'Content-Disposition: form-data; name="file"; filename="a.jpg"',
      "Content-Transfer-Encoding: base64",
    ];
    const body = ["--x", ...lines, "", "####", "--x--", ""].join("\r\n");
    const call = { body, type: "multipart/form-data; boundary=x" };
    expect(await refused(call)).toEqual({ message: "Provided value is not Base64", code: 21 });
  });

  it.each(['{"file":', "", "\u0000"])("with JSON for malformed JSON %j", async (body) => {
    expect(await refused({ body, type: "application/json" })).toMatchObject({ code: 26 });
  });

  it("with JSON for a form without boundary and for a broken one", async () => {
    expect(await refused({ body: "x", type: "multipart/form-data" })).toMatchObject({ code: 26 });
    expect(await refused({ body: "x", type: "multipart/form-data; boundary=y" })).toMatchObject({ code: 26 });
  });
});
