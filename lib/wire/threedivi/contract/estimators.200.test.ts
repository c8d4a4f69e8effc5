import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { answerWith, asked, counted, keys, makeReady } from "@/lib/wire/testing/harness";
import { answerOf, ask, golden, picture } from "@/lib/wire/testing/image-api";
import { oneFace, twoFaces } from "@/lib/wire/testing/image-api-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(oneFace));

const services = [
  ["gender-estimator", "gender", ["gender"]],
  ["age-estimator", "age", ["age"]],
  ["emotion-estimator", "emotion", ["emotion"]],
  ["mask-estimator", "mask", ["mask"]],
  ["face-detector-face-fitter", "fitter", ["landmarks21", "pose"]],
] as const;

describe.each(services)("POST /%s/process/…", (service, name, features) => {
  it.each([undefined, null, [], [{}]])("finds the faces itself for the objects %j", async (objects) => {
    const answer = await answerOf(ask(`${service}/process/sample`, { json: { $image: picture, objects } }));
    expect(answer).toEqual({ status: 200, body: await golden(name) });
    expect(asked[0]?.options).toEqual({ features });
    expect([...(asked[0]?.bytes ?? [])]).toEqual([0xff, 0xd8, 0xff]);
  });

  it("answers the same under v1 and with a slash at the end", async () => {
    const json = { $image: picture, objects: [{}] };
    for (const address of [`${service}/v1/process/sample`, `${service}/process/sample/`]) {
      expect(await answerOf(ask(address, { json }))).toEqual({ status: 200, body: await golden(name) });
    }
  });

  it("takes the picture as the file `image` of a form", async () => {
    const body = new FormData();
    body.set("image", new File([new Uint8Array([0xff, 0xd8, 0xff])], "photo.jpg", { type: "image/jpeg" }));
    const answer = await answerOf(ask(`${service}/process/image`, { body }));
    expect(answer).toEqual({ status: 200, body: await golden(name) });
  });

  it("answers no objects for a picture without a face", async () => {
    answerWith({ ...oneFace, faces: [] });
    const answer = await answerOf(ask(`${service}/process/sample`, { json: { $image: picture } }));
    expect(answer).toEqual({ status: 200, body: { $image: picture, objects: [] } });
  });
});

describe("Objects that are passed in", () => {
  const age = "age-estimator/process/sample";

  it("are the faces that are described, and come back with all their members", async () => {
    answerWith(twoFaces);
    const known = { id: 7, class: "face", bbox: [-0.5, 0.25, 0.5, 2], confidence: 0.5, note: { deep: [1, null] } };
    const other = { id: 8, class: "body", bbox: [0, 0, 1, 1], 名: "x" };
    const bare = { bbox: [0.5, 0.5, 1, 1] };
    const json = { $image: picture, camera: "north", objects: [known, {}, other, bare] };
    const { body } = await answerOf(ask(age, { json }));
    expect(asked[0]?.options.faceBoxes).toEqual([
      { xMin: 0, yMin: 0.25, xMax: 0.5, yMax: 1 },
      { xMin: 0.5, yMin: 0.5, xMax: 1, yMax: 1 },
    ]);
    const objects = [{ ...known, age: "28" }, other, { ...bare, id: 2, class: "face", age: "52" }];
    expect(body).toEqual({ $image: picture, camera: "north", objects });
  });

  it("stay as they are when none of them is a face", async () => {
    answerWith({ ...oneFace, faces: [] });
    const json = { $image: picture, objects: [{ class: "body", bbox: [0, 0, 1, 1] }] };
    expect(await answerOf(ask(age, { json }))).toEqual({ status: 200, body: json });
    expect(asked[0]?.options.faceBoxes).toEqual([]);
  });

  it("stand before what a detector finds", async () => {
    const body = { id: 3, class: "body", bbox: [0, 0, 1, 1] };
    const json = { $image: picture, objects: [body] };
    const answer = await answerOf(ask("face-detector-face-fitter/process/sample", { json }));
    expect(asked[0]?.options.faceBoxes).toBeUndefined();
    expect(answer.body).toMatchObject({ objects: [body, { id: 4, class: "face", confidence: 0.9987654321012345 }] });
  });

  it("keep their own box and certainty in the answer of a detector", async () => {
    const face = { id: 0, class: "face", bbox: [0, 0, 0.5, 0.5], confidence: 0.25 };
    const json = { $image: picture, objects: [face] };
    const answer = await answerOf(ask("face-detector-face-fitter/process/sample", { json }));
    expect(answer.body).toMatchObject({ objects: [{ ...face, fitter: { fitter_type: "fda" } }] });
  });
});

describe("POST /age-estimator/process/sample", () => {
  it("describes every face, the largest first, with ids from 0", async () => {
    answerWith(twoFaces);
    const { body } = await answerOf(ask("age-estimator/process/sample", { json: { $image: picture } }));
    const ages = [
      { id: 0, class: "face", age: "28" },
      { id: 1, class: "face", age: "52" },
    ];
    expect(body).toEqual({ $image: picture, objects: ages });
    expect(counted).toEqual(["service-DETECTION"]);
  });
});

describe("POST /body-detector/process/…", () => {
  it("finds people, and looks for no faces", async () => {
    answerWith({ ...oneFace, faces: [] });
    for (const input of ["sample", "image"]) {
      const body = new FormData();
      body.set("image", new File([new Uint8Array([0xff, 0xd8, 0xff])], "photo.jpg"));
      const call = input === "sample" ? { json: { $image: picture, objects: [{}] } } : { body };
      const answer = await answerOf(ask(`body-detector/process/${input}`, call));
      expect(answer).toEqual({ status: 200, body: await golden("bodies") });
    }
    expect(asked[0]?.options).toEqual({ features: [], faceBoxes: [], bodies: true });
  });
});

it("opens the fitter to quality services too, and nothing else of these", async () => {
  const json = { $image: picture };
  const statusOf = async (service: string) =>
    (await ask(`${service}/process/sample`, { json, key: keys.quality })).status;
  expect(await statusOf("face-detector-face-fitter")).toBe(200);
  for (const service of ["body-detector", "age-estimator", "mask-estimator"]) expect(await statusOf(service)).toBe(401);
});
