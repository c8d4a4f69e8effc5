import { beforeAll, describe, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { packTemplate } from "@/lib/domain/templates/utils";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { answerOf, ask, golden, picture } from "@/lib/wire/testing/image-api";
import { oneFace } from "@/lib/wire/testing/image-api-analysis";
import { directionOf } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);

const { tag, numbers } = embeddingModel;
const templateOf = (degrees: number, modelTag = tag) =>
  Buffer.from(packTemplate({ modelTag, embedding: directionOf(degrees, numbers) })).toString("base64");

const extract = "face-detector-template-extractor/process/sample";
const match = "verify-matcher/process/sample";
const key = keys.verification;

const faceOf = (degrees: number, members: object = {}) => ({
  id: 0,
  class: "face",
  $template: templateOf(degrees),
  template_size: Buffer.from(templateOf(degrees), "base64").length / 4,
  ...members,
});

interface Verification {
  readonly distance: number;
  readonly fa_r: number;
  readonly fr_r: number;
  readonly score: number;
}

async function verify(one: object, other: object): Promise<Verification> {
  const { status, body } = await answerOf(ask(match, { key, json: { objects: [one, other] } }));
  expect(status).toBe(200);
  return (body as { verification: Verification }).verification;
}

describe("POST /face-detector-template-extractor/process/sample", () => {
  it("answers each face with its place, its template and the template's size in numbers", async () => {
    const [face] = oneFace.faces;
    if (face === undefined) throw new Error("The sample has a face.");
    const versions = { ...oneFace.versions, embedding: "m-1" };
    const embedding = Float32Array.of(0.6, 0.8);
    answerWith({ ...oneFace, versions, faces: [{ ...face, embedding }] });
    const answer = await answerOf(ask(extract, { key, json: { $image: picture, objects: [{}] } }));
    expect(answer).toEqual({ status: 200, body: await golden("template") });
    expect(asked[0]?.options).toEqual({ features: ["embedding"] });
  });

  it("is for verification services alone", async () => {
    for (const other of [keys.detection, keys.quality, keys.recognition]) {
      expect((await ask(extract, { key: other, json: { $image: picture } })).status).toBe(401);
    }
  });
});

describe("POST /verify-matcher/process/sample", () => {
  it("gives the objects back with their members as they were sent, in the same order", async () => {
    const objects = [
      { id: 0, extra: { b: 1, a: 2 }, class: "face", $template: templateOf(0) },
      { $template: templateOf(0), class: "face", id: 1 },
    ];
    const text = await (await ask(match, { key, json: { objects } })).text();
    expect(text.startsWith(JSON.stringify({ objects }).slice(0, -1))).toBe(true);
  });

  it("compares the first two faces and gives everything back", async () => {
    const objects = [
      { class: "body", id: 4 },
      faceOf(0, { bbox: [0, 0, 1, 1], note: ["kept"] }),
      faceOf(0),
      faceOf(90),
    ];
    const { status, body } = await answerOf(ask(match, { key, json: { objects, camera: "north" } }));
    expect(status).toBe(200);
    expect(body).toEqual({
      camera: "north",
      objects,
      verification: { distance: 0, fa_r: expect.any(Number), fr_r: 1, score: 1 },
    });
  });

  it("takes templates as base64 in lines", async () => {
    const lines = templateOf(0).replaceAll(/(.{76})/g, "$1\n");
    expect(await verify(faceOf(0), faceOf(0, { $template: lines }))).toMatchObject({ distance: 0, score: 1 });
  });

  it("answers in the ranges of the vendor, the nearer the higher the score", async () => {
    const angles = [0, 5, 15, 20, 25, 28, 31, 35, 45, 90, 180];
    const found = await Promise.all(angles.map((degrees) => verify(faceOf(0), faceOf(degrees))));
    for (const [i, { distance, fa_r, fr_r, score }] of found.entries()) {
      const before = found[i - 1] ?? { distance: -1, fa_r: 0, fr_r: 1, score: 1 };
      expect(Number.isInteger(distance)).toBe(true);
      expect(distance).toBeGreaterThan(before.distance);
      expect(fa_r).toBeGreaterThanOrEqual(before.fa_r);
      expect(fr_r).toBeLessThanOrEqual(before.fr_r);
      expect(score).toBeLessThanOrEqual(before.score);
    }
    expect(found.at(-1)).toMatchObject({ distance: 16_000, fa_r: 1, score: 0 });
    expect(found.at(0)?.score).toBe(1);
  });

  it("gives the vendor's score of 0.85 where two in ten million strangers pass", async () => {
    const { scale } = embeddingModel;
    const degrees = (Math.acos(scale.knownCosineMax) * 180) / Math.PI;
    const { score, fa_r } = await verify(faceOf(0), faceOf(degrees));
    expect(fa_r).toBeLessThan(3e-7);
    expect(score).toBeGreaterThan(0.83);
    expect(score).toBeLessThan(0.87);
  });

  const refusals = [
    ["one face", [faceOf(0), { class: "body" }], ["objects"], "two objects of class face are needed"],
    ["a face without its template", [faceOf(0), { class: "face" }], ["objects", 1, "$template"], "field required"],
    ["no base64", [faceOf(0), faceOf(0, { $template: "§" })], ["objects", 1, "$template"], "value is not valid base64"],
    [
      "100 KB for a template",
      [faceOf(0), faceOf(0, { $template: Buffer.alloc(100_000).toString("base64") })],
      ["objects", 1, "$template"],
      "the template is too large",
    ],
    [
      "a template that is a number",
      [faceOf(0), faceOf(0, { $template: 5 })],
      ["objects", 1, "$template"],
      "str type expected",
    ],
    ["no objects", undefined, ["objects"], "field required"],
  ] as const;

  it.each(refusals)("answers 422 to %s", async (_what, objects, loc, msg) => {
    const { status, body } = await answerOf(ask(match, { key, json: { objects } }));
    expect([status, body]).toMatchObject([422, { detail: [{ loc: ["body", ...loc], msg }] }]);
  });

  it.each([
    [
      "of another model",
      { $template: templateOf(0, "other-7") },
      /^The template was made by the model other-7, not by /,
    ],
    [
      "of another maker",
      { $template: Buffer.alloc(296).toString("base64") },
      /^This is not a template of this server$/,
    ],
    ["cut short", { $template: templateOf(0).slice(0, 400) }, /damaged or incomplete/],
  ])("answers 400 to a template %s", async (_what, members, detail) => {
    const { status, body } = await answerOf(ask(match, { key, json: { objects: [faceOf(0), faceOf(0, members)] } }));
    expect([status, body]).toEqual([400, { detail: expect.stringMatching(detail) }]);
  });

  it("takes no picture, hence no form", async () => {
    const answer = await answerOf(ask("verify-matcher/process/image", { key, body: new FormData() }));
    expect(answer).toEqual({ status: 404, body: { detail: "Not Found" } });
  });
});
