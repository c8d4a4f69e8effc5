import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/v1/liveness/check/route";
import { problem as failure } from "@/lib/http/openapi/problem-failures";
import { verdict } from "@/lib/wire/liveness/openapi/answers";
import { openApiDocument } from "@/lib/wire/liveness/openapi/document";
import { answerSeriesWith, askedSeries } from "@/lib/wire/testing/alchera-app";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { emptyAnalysis, fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

const [face] = fullAnalysis.faces as [(typeof fullAnalysis.faces)[0]];
const livenessOf = (probability: number) => ({ ...fullAnalysis, faces: [{ ...face, liveness: { probability } }] });
const series = { probability: 0.8234567, isSamePerson: true, isSamePicture: false, faceless: [] };
const base64 = Buffer.from("picture").toString("base64");

beforeAll(makeReady);
beforeEach(() => {
  answerWith(livenessOf(0.91234567));
  answerSeriesWith(series);
});

async function check(body: FormData | object, key: string | null = keys.liveness) {
  const isForm = body instanceof FormData;
  const headers = new Headers(key === null ? {} : { "x-api-key": key });
  if (!isForm) headers.set("content-type", "application/json");
  const init = { method: "POST", headers, body: isForm ? body : JSON.stringify(body) };
  const response = await POST(new Request("http://localhost:8000/api/v1/liveness/check", init));
  const answer = (await response.json()) as Record<string, unknown>;
  const schema = response.ok ? verdict : failure;
  expect(schema.safeParse(answer).error?.issues).toBeUndefined();
  return { status: response.status, answer };
}

function formOf(...parts: readonly (readonly [name: string, text: string])[]): FormData {
  const form = new FormData();
  for (const [name, text] of parts) form.append(name, new File([text], "photo.jpg"));
  return form;
}

const frames = (count: number) => Array.from({ length: count }, (_, at) => ["frames", `frame ${at}`] as const);

describe("POST /api/v1/liveness/check answers", () => {
  it.each([
    ["a form", formOf(["file", "x"])],
    ["JSON", { file: base64 }],
  ])("to one picture in %s", async (_how, body) => {
    const evidence = { pictures: 1 };
    expect(await check(body)).toEqual({
      status: 200,
      answer: { isLive: true, probability: 0.9123, probabilityMin: 0.5, evidence },
    });
    expect(asked.map(({ options }) => options)).toEqual([{ features: ["liveness"], facesMax: 1 }]);
  });

  it("that a face below the border is not live", async () => {
    answerWith(livenessOf(0.4999));
    expect((await check({ file: base64 })).answer).toMatchObject({ isLive: false, probability: 0.4999 });
  });

  it.each([2, 3, 4])("to a series of %i, in the order sent", async (count) => {
    const evidence = { pictures: count, samePerson: true, samePicture: false };
    const { answer } = await check(formOf(...frames(count)));
    expect(answer).toEqual({ isLive: true, probability: 0.8235, probabilityMin: 0.5, evidence });
    const texts = askedSeries[0]?.map((bytes) => Buffer.from(bytes).toString());
    expect(texts).toEqual(frames(count).map(([, text]) => text));
    expect((await check({ frames: Array.from({ length: count }, () => base64) })).answer).toEqual(answer);
  });
});

describe("POST /api/v1/liveness/check refuses", () => {
  it.each([
    ["nothing", {}, "file"],
    ["an empty file", { file: "" }, "file"],
    ["what is no base64", { file: "####" }, "file"],
    ["a list of one", { frames: [base64] }, "frames"],
    ["a list of five", { frames: Array.from({ length: 5 }, () => base64) }, "frames"],
    ["a file and a list", { file: base64, frames: [base64, base64] }, "frames"],
    ["no object", [base64], "body"],
    ["a form with nothing", formOf(["other", "x"]), "file"],
    ["a form with one frame", formOf(...frames(1)), "frames"],
    ["a form with five frames", formOf(...frames(5)), "frames"],
    ["a form with an empty frame", formOf(["frames", ""], ["frames", "x"]), "frames"],
  ])("%s", async (_what, body, field) => {
    const { status, answer } = await check(body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ code: "invalid_request", errors: [{ pointer: `/${field}` }] });
    expect([asked, askedSeries]).toEqual([[], []]);
  });

  it("pictures without a face, and names the places of a series", async () => {
    answerWith(emptyAnalysis);
    expect(await check({ file: base64 })).toMatchObject({ status: 422, answer: { code: "no_face" } });
    answerSeriesWith({ ...series, faceless: [1, 3] });
    const { status, answer } = await check(formOf(...frames(4)));
    expect([status, answer.detail]).toEqual([422, "No face is found in picture 2, 4."]);
  });

  it.each([null, keys.unknown, keys.detection])("the key %s", async (key) => {
    expect(await check({ file: base64 }, key)).toMatchObject({ status: 401, answer: { code: "unauthenticated" } });
  });

  it("other methods", async () => {
    const response = await GET(new Request("http://localhost:8000/api/v1/liveness/check"));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});

it("is described in valid OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(openApiDocument)));
  expect([valid, errors]).toEqual([true, undefined]);
});
