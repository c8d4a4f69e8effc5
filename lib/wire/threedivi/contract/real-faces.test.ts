import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { keys, makeReady } from "@/lib/wire/testing/harness";
import { answerOf, ask } from "@/lib/wire/testing/image-api";
import { provideRealEngine } from "@/lib/wire/testing/real-engine";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

type FoundObject = Readonly<Record<string, never>> & { readonly id: number; readonly bbox: readonly number[] };
interface Answer {
  readonly $image: string;
  readonly objects: readonly FoundObject[];
  readonly verification?: { readonly score: number; readonly distance: number };
}

async function send(service: string, json: object, key: string = keys.detection): Promise<Answer> {
  const { status, body } = await answerOf(ask(`${service}/process/sample`, { json, key }));
  expect([service, status]).toEqual([service, 200]);
  return body as Answer;
}

const photo = async (number: number) => ({
  $image: (await readFile(`node_modules/@vladmandic/face-api/demo/sample${number}.jpg`)).toString("base64"),
});

const verification = keys.verification;
const extract = async (number: number) =>
  (await send("face-detector-template-extractor", await photo(number), verification)).objects[0];
const match = async (one: unknown, other: unknown) =>
  (await send("verify-matcher", { objects: [one, other] }, verification)).verification;

beforeAll(makeReady);
provideRealEngine();

describe("With the real networks", () => {
  it("a template made twice from one photo verifies with score 1, photos of different people hardly", async () => {
    const [once, again, other] = [await extract(6), await extract(6), await extract(1)];
    expect(await match(once, again)).toMatchObject({ score: 1, distance: 0 });
    expect((await match(once, other))?.score).toBeLessThan(0.3);
  });

  it("what the fitter finds goes from service to service and gathers all that is said of it", async () => {
    const fitted = await send("face-detector-face-fitter", await photo(6));
    const aged = await send("age-estimator", fitted);
    const { objects } = await send("emotion-estimator", await send("gender-estimator", aged));
    expect(objects).toHaveLength(fitted.objects.length);
    const face = objects[0] as unknown as Record<string, unknown>;
    expect(face).toMatchObject({ ...fitted.objects[0], gender: expect.stringMatching(/^(FE)?MALE$/) });
    expect(Number(face.age)).toBeGreaterThan(0);
    const emotions = face.emotions as { confidence: number }[];
    expect(emotions.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 6);
  });

  it("the fitter's points lie in the box, the eyes above the mouth above the chin", async () => {
    const { objects } = await send("face-detector-face-fitter", await photo(6));
    const { fitter } = objects[0] as unknown as {
      fitter: { keypoints: number[]; left_eye: number[]; right_eye: number[] };
    };
    expect(fitter.keypoints).toHaveLength(63);
    const yOf = (point: number) => fitter.keypoints[3 * point + 1] ?? Number.NaN;
    expect(fitter.left_eye).toEqual(fitter.keypoints.slice(21, 23));
    expect(fitter.right_eye).toEqual(fitter.keypoints.slice(30, 32));
    expect(fitter.left_eye[0]).toBeLessThan(fitter.right_eye[0] ?? 0);
    expect(yOf(7)).toBeLessThan(yOf(18));
    expect(yOf(18)).toBeLessThan(yOf(20));
  });

  it("a picture and what the fitter found in it get the same quality, in whole numbers", async () => {
    const sample = await photo(6);
    const alone = await send("quality-assessment-estimator", sample, keys.quality);
    const fitted = await send("face-detector-face-fitter", sample);
    const after = await send("quality-assessment-estimator", fitted, keys.quality);
    const of = ({ objects }: Answer) =>
      (objects[0] as unknown as { quality: { qaa: Record<string, number> } }).quality.qaa;
    expect(Object.values(of(alone)).every((value) => typeof value === "boolean" || Number.isInteger(value))).toBe(true);
    expect(of(alone).sharpnessScore).toBeGreaterThan(20);
    expect(Math.abs(Number(of(alone).eyesDistance) - Number(of(after).eyesDistance))).toBeLessThan(5);
  });
});
