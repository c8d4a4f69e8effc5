import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Analysis } from "@/inference/pipeline/analysis";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { answerOf, ask, golden, picture } from "@/lib/wire/testing/image-api";
import { goodQuality, oneFace, type Quality, twoFaces } from "@/lib/wire/testing/image-api-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);

const service = "face-detector-liveness-estimator";
const check = (key: string, objects?: unknown) =>
  answerOf(ask(`${service}/process/sample`, { key, json: { $image: picture, objects } }));

const withQuality = (analysis: Analysis, quality: Quality = goodQuality): Analysis => ({
  ...analysis,
  faces: analysis.faces.map((face) => ({ ...face, quality })),
});

/** 4000 x 2500 is the most that is taken. */
const large: Analysis = { ...withQuality(oneFace), width: 4000, height: 2501 };
const full: Analysis = { ...large, height: 2500 };

beforeEach(() => answerWith(withQuality(oneFace)));

describe("The module face-detector-liveness-estimator", () => {
  it("judges every face and tells where it is", async () => {
    expect(await check(keys.liveness)).toEqual({ status: 200, body: await golden("liveness-every-face") });
    expect(asked[0]?.options).toEqual({ features: ["liveness"] });
    answerWith(twoFaces);
    const { body } = await check(keys.liveness);
    expect(body).toMatchObject({ objects: [{ id: 0 }, { id: 1, liveness: { value: "REAL" } }] });
  });

  it("takes a face below one half for a fake, and tells the probability that it is real", async () => {
    for (const [probability, value] of [
      [0.5, "REAL"],
      [0.49, "FAKE"],
    ] as const) {
      answerWith({ ...oneFace, faces: oneFace.faces.map((face) => ({ ...face, liveness: { probability } })) });
      const { body } = await check(keys.liveness);
      expect(body).toMatchObject({ objects: [{ liveness: { confidence: probability, value } }] });
    }
  });

  it("has no bound on pixels but that of all pictures, and finds nothing where no face is", async () => {
    answerWith(large);
    expect((await check(keys.liveness)).status).toBe(200);
    answerWith({ ...oneFace, faces: [] });
    expect(await check(keys.liveness)).toEqual({ status: 200, body: { $image: picture, objects: [] } });
  });

  it("judges the faces that are passed in", async () => {
    const face = { id: 3, class: "face", bbox: [0, 0, 0.5, 0.5], confidence: 0.25, more: 1 };
    const { body } = await check(keys.liveness, [face]);
    const liveness = { confidence: 0.9375, value: "REAL" };
    expect(body).toEqual({ $image: picture, objects: [{ ...face, liveness }] });
  });
});

describe.each([
  ["liveness-anti-spoofing", keys.livenessOneFace],
  ["quality-liveness-anti-spoofing", keys.livenessGoodFace],
] as const)("The module %s", (_module, key) => {
  it("judges one face and does not tell where it is", async () => {
    expect(await check(key)).toEqual({ status: 200, body: await golden("liveness-one-face") });
  });

  it("takes ten megapixels and no more", async () => {
    answerWith(full);
    expect((await check(key)).status).toBe(200);
    answerWith(large);
    expect(await check(key)).toEqual({ status: 400, body: { detail: "The image has more than 10 megapixels" } });
  });

  it("answers an object without liveness where no face is", async () => {
    answerWith({ ...oneFace, faces: [] });
    expect(await check(key)).toEqual({ status: 200, body: { $image: picture, objects: [{ id: 0, class: "face" }] } });
  });
});

describe("Of several faces", () => {
  it("liveness-anti-spoofing judges the largest", async () => {
    await check(keys.livenessOneFace);
    expect(asked[0]?.options).toEqual({ features: ["liveness"], facesMax: 1 });
  });

  it("liveness-anti-spoofing judges the largest of those that are passed in", async () => {
    const small = { id: 5, class: "face", bbox: [0, 0, 0.25, 0.25] };
    const large = { id: 6, class: "face", bbox: [0.25, 0, 0.75, 0.5] };
    const liveness = { confidence: 0.9375, value: "REAL" };
    const { body } = await check(keys.livenessOneFace, [small, large, small]);
    expect(body).toEqual({ $image: picture, objects: [small, { ...large, liveness }, small] });
    expect(asked[0]?.options.faceBoxes).toEqual([{ xMin: 0.25, yMin: 0, xMax: 0.75, yMax: 0.5 }]);
  });

  it("quality-liveness-anti-spoofing judges none", async () => {
    answerWith(withQuality(twoFaces));
    const refusal = { status: 400, body: { detail: "More than one face detected" } };
    expect(await check(keys.livenessGoodFace)).toEqual(refusal);
    expect(asked[0]?.options).toMatchObject({ features: ["liveness", "mask"], facesMax: 2 });
  });
});

describe("A poor picture", () => {
  it("is refused by quality-liveness-anti-spoofing alone, with the score and the threshold", async () => {
    const poor = { ...goodQuality, unified: { native: 0.05, score: 5 } };
    answerWith(withQuality(oneFace, poor));
    const detail = "Low image quality. Calculated score value (21) is less than the threshold (30)";
    expect(await check(keys.livenessGoodFace)).toEqual({ status: 400, body: { detail } });
    expect((await check(keys.livenessOneFace)).status).toBe(200);
    expect((await check(keys.liveness)).status).toBe(200);
  });

  it("is judged from a total of 30 on", async () => {
    const { body } = await answerOf(
      ask("quality-assessment-estimator/process/sample", { key: keys.quality, json: { $image: picture } }),
    );
    expect(body).toMatchObject({ objects: [{ quality: { qaa: { totalScore: 85 } } }] });
    const status = async (score: number) => {
      answerWith(withQuality(oneFace, { ...goodQuality, unified: { native: score / 100, score } }));
      return (await check(keys.livenessGoodFace)).status;
    };
    // The other scores make 88.2: with 10 the total is 29.7, hence 30; with 9 it is 28.
    expect([await status(10), await status(9)]).toEqual([200, 400]);
  });
});

it("is for liveness services alone", async () => {
  for (const key of [keys.detection, keys.quality, keys.verification]) expect((await check(key)).status).toBe(401);
});
