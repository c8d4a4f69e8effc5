import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/NFFS-FIQA/v1/predict/route";
import { goldenOf } from "@/lib/wire/testing/golden";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { analysisOf, qualityFace } from "@/lib/wire/testing/quality-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));
// So that golden answers do not change with the next fit.
vi.mock("@/lib/wire/nodeflux/iqa-score", () => ({ iqaScoreOf: (unified: number) => unified }));

beforeAll(makeReady);

const photo = Buffer.from([0xff, 0xd8, 0xff]).toString("base64");
const other = Buffer.from([0x89, 0x50]).toString("base64");

function predict(body: unknown, type = "application/json"): Promise<Response> {
  const headers = { "x-api-key": keys.quality, ...(type !== "" && { "content-type": type }) };
  const url = "http://localhost:8000/NFFS-FIQA/v1/predict";
  // A Buffer, since fetch would name the type of a string.
  return POST(new Request(url, { method: "POST", headers, body: Buffer.from(JSON.stringify(body)) }));
}

/** The answer as golden files write it: compact, with a word for the job's id. */
async function textOf(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  return (await response.text()).replace(/"id":"\d{17}[0-9a-f]{64}"/, '"id":"<job id>"');
}

const golden = goldenOf("nodeflux");

const good = analysisOf(qualityFace({ unified: 0.45864 }));
const poor = analysisOf(qualityFace({ unified: 0.272 }));

describe("POST /NFFS-FIQA/v1/predict answers 200", () => {
  it.each([
    ["accepted", "a good image of one face", good],
    ["no-single-face", "an image without a face", analysisOf()],
    ["no-single-face", "an image with two faces", analysisOf(qualityFace(), qualityFace())],
    ["occluded", "a hidden eye, before its quality", analysisOf(qualityFace({ hidden: ["rightEye"], unified: 0 }))],
    ["poor-quality", "a poor image", poor],
  ])("as golden file %s, member for member, to %s", async (name, _what, analysis) => {
    answerWith(analysis);
    expect(await textOf(await predict({ images: [photo] }))).toBe(await golden(name));
  });

  it("with one result for each image, and the message of the first that is not accepted", async () => {
    answerWith(good, poor, analysisOf());
    expect(await textOf(await predict({ images: [photo, other, photo] }))).toBe(await golden("several-images"));
    expect(asked.map(({ bytes }) => bytes.length)).toEqual([3, 2, 3]);
  });

  it("by the thresholds of the request, and by the vendor's where it tells none", async () => {
    answerWith(poor);
    const additional_params = { face_detection: { threshold: 0.5 }, face_iqa: { threshold: 0.272 }, other: 1 };
    expect(await (await predict({ images: [photo], additional_params })).json()).toMatchObject({
      message: "Your Image accepted.",
    });
    expect(asked[0]?.options).toEqual({
      probabilityMin: 0.5,
      quality: ["unified"],
      features: ["occlusion"],
      facesMax: 2,
    });
    answerWith(poor);
    await predict({ images: [photo], additional_params: { face_occlusion: {} } });
    expect(asked[0]?.options.probabilityMin).toBe(0.9);
    answerWith(good);
    const strict = { face_occlusion: { threshold: 0.59 } };
    expect(await (await predict({ images: [photo], additional_params: strict })).json()).toMatchObject({
      message: "Your Image not accepted. Face is Occluded.",
    });
  });

  it.each([
    ["eye_left", "rightEye"],
    ["eyebrow_right", "leftEyebrow"],
    ["cheek_left", "rightCheek"],
    ["mouth", "mouth"],
  ] as const)("with %s for the %s of the picture: left is the person's own", async (feature, region) => {
    answerWith(analysisOf(qualityFace({ hidden: [region] })));
    const { job } = await (await predict({ images: [photo] })).json();
    const features = job.result.result[0].face_occlusion.occluded_features;
    expect(Object.keys(features).filter((name) => features[name])).toEqual([feature]);
  });

  it("to images with a data: prefix, with line breaks, and without a content type", async () => {
    answerWith(good);
    const wrapped = `${photo.slice(0, 2)}\r\n${photo.slice(2)}`;
    const images = [`data:image/jpeg;base64,${photo}`, wrapped];
    expect((await predict({ images }, "")).status).toBe(200);
    expect(asked.map(({ bytes }) => [...bytes])).toEqual([
      [0xff, 0xd8, 0xff],
      [0xff, 0xd8, 0xff],
    ]);
  });

  it("with a job id that tells the time and is another each time", async () => {
    answerWith(good);
    const ids = await Promise.all(
      [1, 2].map(async () => (await (await predict({ images: [photo] })).json()).job.id as string),
    );
    expect(ids[0]).toMatch(/^20\d{15}[0-9a-f]{64}$/);
    expect(ids[0]).not.toBe(ids[1]);
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(ids[0] ?? "") ?? [];
    expect(Math.abs(Date.parse(`${year}-${month}-${day}T00:00:00Z`) - Date.now())).toBeLessThan(2 * 86_400_000);
  });
});
