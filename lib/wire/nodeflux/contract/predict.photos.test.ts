import { beforeAll, expect, it, vi } from "vitest";
import { POST } from "@/app/NFFS-FIQA/v1/predict/route";
import { keys, makeReady } from "@/lib/wire/testing/harness";
import {
  barredPortrait,
  blurredPortrait,
  emptyPhoto,
  groupPhoto,
  largePortrait,
  portrait,
} from "@/lib/wire/testing/portraits";
import { provideRealEngine } from "@/lib/wire/testing/real-engine";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
provideRealEngine();

interface Answer {
  readonly message: string;
  readonly job: { readonly result: { readonly result: readonly Item[] } };
}

interface Item {
  readonly accepted: boolean;
  readonly face_iqa: { readonly iqa_score?: number };
  readonly face_occlusion: { readonly occluded_features?: Readonly<Record<string, boolean>> };
}

async function predict(...photos: readonly Buffer[]): Promise<Answer> {
  const body = JSON.stringify({ images: photos.map((photo) => photo.toString("base64")) });
  const headers = { "x-api-key": keys.quality, "content-type": "application/json" };
  const response = await POST(new Request("http://localhost/NFFS-FIQA/v1/predict", { method: "POST", headers, body }));
  expect(response.status).toBe(200);
  return response.json();
}

const firstOf = ({ job }: Answer): Item => {
  const [item] = job.result.result;
  if (item === undefined) throw new Error("There is no result.");
  return item;
};

it("accepts a portrait, also one with more pixels", async () => {
  const answer = await predict(await portrait(), await largePortrait());
  expect(answer.message).toBe("Your Image accepted.");
  expect(firstOf(answer).face_iqa.iqa_score).toBeGreaterThanOrEqual(0.435);
});

it("rejects the same portrait without details for its quality, with a lower score", async () => {
  const answer = await predict(await blurredPortrait());
  expect(answer.message).toBe("Your Image not accepted. Image quality not match.");
  expect(firstOf(answer).face_iqa.iqa_score).toBeLessThan(0.435);
});

it("rejects it with a bar over the eye on the left of the picture, which is the person's right one", async () => {
  const answer = await predict(await barredPortrait());
  expect(answer.message).toBe("Your Image not accepted. Face is Occluded.");
  expect(firstOf(answer).face_occlusion.occluded_features).toMatchObject({
    eye_right: true,
    eye_left: false,
    nose: false,
    mouth: false,
  });
});

it("rejects a group and nobody alike, each with a result of its own", async () => {
  const answer = await predict(await groupPhoto(), await emptyPhoto());
  expect(answer.message).toBe("Your Image not accepted. Face not detected or Multiple faces detected.");
  expect(answer.job.result.result).toEqual([
    { accepted: false, face_iqa: {}, face_occlusion: {} },
    { accepted: false, face_iqa: {}, face_occlusion: {} },
  ]);
});

it("says the same of the same image", async () => {
  const [one, other] = (await predict(await portrait(), await portrait())).job.result.result;
  expect(one).toEqual(other);
});
