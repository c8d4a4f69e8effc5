import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/quality/assess/route";
import type { QualityValues } from "@/inference/quality/measures";
import { qualityMeasures } from "@/inference/quality/measures";
import { problem as failure } from "@/lib/http/openapi/problem-failures";
import { assessment } from "@/lib/wire/quality/openapi/answers";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { analysisWith, emptyAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);

const photo = new Uint8Array([0xff, 0xd8, 0xff]);
const fine = Object.fromEntries(
  qualityMeasures.map((name) => [name, { native: 0.123456, score: 100 }]),
) as QualityValues;

function analysisOf(changed: QualityValues) {
  const analysis = analysisWith();
  return { ...analysis, faces: analysis.faces.map((face) => ({ ...face, quality: { ...fine, ...changed } })) };
}

const address = "http://localhost:8000/api/v1/quality/assess";

function post(body: BodyInit, query = "", headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return POST(
    new Request(`${address}${query}`, { method: "POST", headers: { "x-api-key": keys.quality, ...headers }, body }),
  );
}

function form(texts: Readonly<Record<string, string>> = {}): FormData {
  const parts = new FormData();
  parts.set("file", new File([photo], "photo.jpg", { type: "image/jpeg" }));
  for (const [name, text] of Object.entries(texts)) parts.set(name, text);
  return parts;
}

const asJson = (body: unknown) => post(Buffer.from(JSON.stringify(body)), "", { "content-type": "application/json" });

describe("POST /api/v1/quality/assess", () => {
  it("answers every measure, and passes a face that reaches the profile of the service", async () => {
    answerWith(analysisOf({}));
    const response = await post(form());
    const body = await response.json();
    expect([response.status, assessment.safeParse(body).error?.issues]).toEqual([200, undefined]);
    expect(body).toMatchObject({ profile: "enrolment", passed: true, faces: [{ passed: true, reasons: [] }] });
    expect(Object.keys(body.faces[0].measures)).toEqual([...qualityMeasures]);
    expect(body.faces[0].measures.yaw).toEqual({ value: 0.1235, score: 100, scoreMin: 75, passed: true });
    expect(asked[0]?.options.quality).toHaveLength(qualityMeasures.length);
  });

  it("says in words what a face lacks, and what to do", async () => {
    answerWith(analysisOf({ yaw: { native: 48, score: 45 } }));
    const body = await (await post(form())).json();
    expect(body.passed).toBe(false);
    const words = { problem: "The face is turned to the side.", advice: "Turn the face towards the camera." };
    expect(body.faces[0].reasons).toEqual([{ measure: "yaw", score: 45, scoreMin: 75, ...words }]);
  });

  it("judges by another profile where the request names one, in the query, the form or the JSON", async () => {
    const smile = analysisOf({ expressionNeutrality: { native: 0.1, score: 10 } });
    const file = Buffer.from(photo).toString("base64");
    for (const ask of [
      () => post(form(), "?profile=icao"),
      () => post(form({ profile: "icao" })),
      () => asJson({ file, profile: "icao" }),
    ]) {
      answerWith(smile);
      const body = await (await ask()).json();
      expect([body.profile, body.passed]).toEqual(["icao", false]);
    }
    answerWith(smile);
    expect((await (await post(form(), "?profile=webcam")).json()).passed).toBe(true);
  });

  it.each([
    ["no picture", () => post(new FormData()), 400, "invalid_request"],
    ["an empty body of JSON", () => asJson({}), 400, "invalid_request"],
    ["what is not base64", () => asJson({ file: "§§§" }), 400, "invalid_request"],
    ["an unknown profile", () => post(form(), "?profile=beauty"), 400, "invalid_request"],
    ["another content type", () => post("text", "", { "content-type": "text/plain" }), 415, "unsupported_content_type"],
    ["no key", () => post(form(), "", { "x-api-key": "" }), 401, "unauthenticated"],
    ["a key of another service type", () => post(form(), "", { "x-api-key": keys.detection }), 401, "unauthenticated"],
  ])("refuses %s as a problem", async (_, ask, status, code) => {
    answerWith(analysisOf({}));
    const response = await ask();
    const body = await response.json();
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(failure.safeParse(body).error).toBeUndefined();
    expect([body.code, body.requestId]).toEqual([code, response.headers.get("x-request-id")]);
    expect(asked).toEqual([]);
  });

  it.each([
    ["a picture without a face", emptyAnalysis, 422, "no_face"],
    ["what is no picture", "image_unsupported", 415, "image_unsupported"],
    ["a damaged picture", "image_unreadable", 422, "image_unreadable"],
    ["anything while it is busy", "busy", 503, "busy"],
  ] as const)("answers %s as a problem", async (_, answer, status, code) => {
    answerWith(answer);
    const response = await post(form());
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
  });
});
