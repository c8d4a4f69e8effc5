import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { answerOf, ask, golden, picture } from "@/lib/wire/testing/image-api";
import { goodQuality, oneFace, type Quality } from "@/lib/wire/testing/image-api-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);

const assess = "quality-assessment-estimator/process/sample";
const key = keys.quality;

function answerWithQuality(changed: Quality, more: Partial<FaceAnalysis> = {}): void {
  const [face] = oneFace.faces;
  if (face === undefined) throw new Error("The sample has a face.");
  answerWith({ ...oneFace, faces: [{ ...face, quality: { ...goodQuality, ...changed }, ...more }] });
}

async function assessed(changed: Quality, more?: Partial<FaceAnalysis>): Promise<Record<string, number | boolean>> {
  answerWithQuality(changed, more);
  const { body } = await answerOf(ask(assess, { key, json: { $image: picture } }));
  return (body as { objects: { quality: { qaa: Record<string, number | boolean> } }[] }).objects[0]?.quality.qaa ?? {};
}

beforeEach(() => answerWithQuality({}));

describe("POST /quality-assessment-estimator/process/sample", () => {
  it("answers 29 fields for a picture alone", async () => {
    const answer = await answerOf(ask(assess, { key, json: { $image: picture, objects: [{}] } }));
    expect(answer).toEqual({ status: 200, body: await golden("quality") });
    const qaa = await assessed({});
    expect(Object.keys(qaa)).toHaveLength(29);
    for (const [name, value] of Object.entries(qaa)) {
      if (/^(is|no[A-Z]|not(?!.*Score)|has)/.test(name)) expect([name, typeof value]).toEqual([name, "boolean"]);
      else expect([name, Number.isInteger(value)]).toEqual([name, true]);
    }
  });

  it("takes what the fitter answered, and gives it back with the quality", async () => {
    const { objects } = (await golden("fitter")) as { objects: object[] };
    const { body } = await answerOf(ask(assess, { key, json: { $image: picture, objects } }));
    const qaa = expect.objectContaining({ totalScore: expect.any(Number) });
    expect(body).toEqual({ $image: picture, objects: [{ ...objects[0], quality: { qaa } }] });
    expect(asked[0]?.options.faceBoxes).toEqual([{ xMin: 0.1, yMin: 0.05, xMax: 0.3, yMax: 0.25 }]);
  });

  const borders = [
    ["isSharp", "sharpness", { native: 0, score: 20 }, { native: 0, score: 19 }],
    ["isEvenlyIlluminated", "illuminationUniformity", { native: 0, score: 50 }, { native: 0, score: 49 }],
    ["noFlare", "flare", { native: 0.99, score: 51 }, { native: 1, score: 50 }],
    ["noFlare", "flare", { native: 0, score: 100 }, { native: 0, score: 0 }],
    ["isLeftEyeOpened", "leftEyeOpen", { native: 0.5, score: 50 }, { native: 0.49, score: 49 }],
    ["isRightEyeOpened", "rightEyeOpen", { native: 0.5, score: 50 }, { native: 0.49, score: 49 }],
    ["isBackgroundUniform", "backgroundUniformity", { native: 0, score: 50 }, { native: 0, score: 49 }],
    ["isDynamicRangeAcceptable", "dynamicRangePercentile", { native: 128, score: 80 }, { native: 127, score: 79 }],
    ["isEyesDistanceAcceptable", "eyesDistance", { native: 60, score: 38 }, { native: 59, score: 37 }],
    ["isNotNoisy", "noise", { native: 0, score: 20 }, { native: 0, score: 19 }],
    ["isMarginsAcceptable", "marginInner", { native: 0, score: 100 }, { native: 1, score: 99 }],
    ["isMarginsAcceptable", "marginOuter", { native: 5, score: 97 }, { native: 6, score: 96 }],
    ["isNeutralEmotion", "expressionNeutrality", { native: 0.2, score: 20 }, { native: 0.19, score: 19 }],
    ["isRotationAcceptable", "pitch", { native: -10, score: 97 }, { native: -11, score: 96 }],
  ] as const;

  it.each(borders)("draws the border of %s by %s where the vendor draws it", async (field, measure, last, first) => {
    expect((await assessed({ [measure]: last }))[field]).toBe(true);
    expect((await assessed({ [measure]: first }))[field]).toBe(false);
  });

  it("tells a watermark above 50 and a mask below 50", async () => {
    const marked = (native: number) => assessed({ watermark: { native, score: 50 } });
    expect([(await marked(0.5)).hasWatermark, (await marked(0.51)).hasWatermark]).toEqual([false, true]);
    const masked = await assessed({}, { mask: { value: "with_mask", probability: 0.75 } });
    expect(masked).toMatchObject({ notMasked: false, notMaskedScore: 25 });
  });

  it("lets one fatal fault sink the total", async () => {
    const { totalScore: whole } = await assessed({});
    expect(whole).toBeGreaterThan(70);
    for (const measure of ["sharpness", "faceVisible", "unified"] as const) {
      const { totalScore } = await assessed({ [measure]: { native: 0, score: 0 } });
      expect(totalScore).toBeLessThan(Number(whole) - 15);
    }
    const turned = await assessed({ yaw: { native: 80, score: 3 } });
    expect(turned.totalScore).toBeLessThan(Number(whole) - 15);
  });

  it("answers no objects for a picture without a face", async () => {
    answerWith({ ...oneFace, faces: [] });
    const answer = await answerOf(ask(assess, { key, json: { $image: picture } }));
    expect(answer).toEqual({ status: 200, body: { $image: picture, objects: [] } });
  });

  it("is for quality services alone", async () => {
    expect((await ask(assess, { key: keys.detection, json: { $image: picture } })).status).toBe(401);
  });
});
