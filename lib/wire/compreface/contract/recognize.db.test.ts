import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { provideSearch } from "@/lib/search/testing/provide-search";
import { answerOf, call, golden, pictureForm, pictureText } from "@/lib/wire/testing/compreface-app";
import { compact } from "@/lib/wire/testing/golden";
import { answerWith, asked, makeReady } from "@/lib/wire/testing/harness";
import { makeKey, makeService } from "@/lib/wire/testing/make-service";
import {
  analysisOfFaces,
  analysisWithQuality,
  directionOf,
  emptyAnalysis,
  fullAnalysis,
} from "@/lib/wire/testing/sample-analysis";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.mock("@/inference/calibration/similarity", () => import("@/lib/wire/testing/plain-similarity"));
provideSearch(provideDatabase());
beforeAll(makeReady);

const address = "recognition/recognize";
const pictureOf = (...degrees: number[]) => analysisOfFaces(degrees, embeddingModel);

let [key, serviceId] = ["", ""];
beforeEach(async () => {
  ({ apiKey: key, id: serviceId } = await makeService("RECOGNITION"));
});

async function add(subject: string, degrees: number): Promise<void> {
  answerWith(pictureOf(degrees));
  const how = { key, body: pictureForm(["file"]) };
  expect((await call("POST", `recognition/faces?subject=${subject}`, how)).status).toBe(201);
}

const send = (query: string, texts: Record<string, string> = {}, sentKey = key) =>
  call("POST", `${address}${query}`, { key: sentKey, body: pictureForm(["file"], texts) });
const post = async (query: string) => answerOf(await send(query));

describe("POST /api/v1/recognition/recognize", () => {
  it("answers distinct subjects by their best face, as many as asked for", async () => {
    await add("Tom", 60);
    await add("Tom", 0);
    await add("Ann", 90);
    answerWith(pictureOf(0, 90));
    expect(compact(await (await send("?prediction_count=2")).text())).toBe(await golden("recognize-two-faces"));
    const { body } = await post("");
    expect(body).toMatchObject({
      result: [{ subjects: [{ subject: "Tom" }] }, { subjects: [{ subject: "Ann", similarity: 1 }] }],
    });
  });

  it("answers an empty list in an empty collection, and unknown when a decision is asked for", async () => {
    answerWith(pictureOf(0));
    expect(await post("")).toMatchObject({ status: 200, body: { result: [{ subjects: [] }] } });
    const { body } = await post("?face_plugins=decision");
    expect(body).toMatchObject({ result: [{ subjects: [], decision: { value: "unknown", threshold: 0.999 } }] });
    expect(JSON.stringify(body)).not.toContain("false_accept_rate");
  });

  it("decides with the size of the collection in mind when asked to", async () => {
    await add("Tom", 0);
    await add("Ann", 90);
    answerWith(pictureOf(1));
    expect(compact(await (await send("?face_plugins=decision")).text())).toBe(await golden("recognize-decision"));
  });

  it.each(["CLASSIC", "V1"] as const)(
    "writes every plugin in the format %s as the golden file",
    async (responseFormat) => {
      await db().service.update({ where: { id: serviceId }, data: { responseFormat } });
      await add("Tom", 0);
      const [face] = fullAnalysis.faces;
      const embedding = directionOf(0, embeddingModel.numbers);
      const versions = { ...fullAnalysis.versions, embedding: embeddingModel.tag };
      answerWith({ ...fullAnalysis, versions, faces: face === undefined ? [] : [{ ...face, embedding }] });
      const response = await send("?face_plugins=age, gender,mask,pose,landmarks&status=True");
      const text = (await response.text()).replaceAll(embeddingModel.tag, "embedding-4");
      expect(compact(text)).toBe(await golden(`recognize-full-${responseFormat === "V1" ? "1.x" : "classic"}`));
    },
  );

  it("tells what a picture lacks by the limits of the service itself when quality is asked for", async () => {
    const qualityProfile = "CUSTOM";
    await db().service.update({ where: { id: serviceId }, data: { qualityProfile, customQualityLimits: { yaw: 60 } } });
    const [face] = pictureOf(0).faces;
    const measured = analysisWithQuality.faces[0]?.quality ?? {};
    answerWith({ ...pictureOf(0), faces: face ? [{ ...face, quality: measured }] : [] });
    const { body } = await post("?face_plugins=quality");
    const reasons = [{ measure: "yaw", score: 59, score_min: 60 }];
    const quality = { unified: 0.31416, profile: "custom", passed: false, reasons };
    expect(body).toMatchObject({ result: [{ quality }] });
    expect(asked[0]?.options.quality).toEqual(["unified", "yaw"]);
  });

  it("shows the embedding only when it is asked for, and finds a face by it", async () => {
    await add("Tom", 0);
    answerWith(pictureOf(0));
    expect(await (await send("")).text()).not.toContain("embedding");
    const { body } = await post("?face_plugins=calculator");
    const { embedding } = (body as { result: { embedding: number[] }[] }).result[0] ?? {};
    const json = { embeddings: [embedding] };
    const found = await answerOf(await call("POST", "recognition/embeddings/recognize", { key, json }));
    expect(found).toMatchObject({
      status: 200,
      body: { result: [{ similarities: [{ subject: "Tom", similarity: 1 }] }] },
    });
  });

  it("takes parameters from the form and the query, base64 JSON, and the whole picture for a face", async () => {
    answerWith(pictureOf(0));
    await send("?&limit=0&detect_faces=False", { prediction_count: "3", face_plugins: "age" });
    expect(asked[0]?.options).toEqual({ features: ["age", "embedding"], wholeImage: true });
    const json = { file: pictureText };
    expect((await call("POST", `${address}/?limit=1`, { key, json })).status).toBe(200);
    expect(asked[1]?.options).toEqual({ features: ["embedding"], facesMax: 1 });
  });

  it.each([
    ["?prediction_count=0", "prediction_count should be equal or greater than 1; "],
    ["?prediction_count=1.5", "prediction_count should be an integer; "],
    ["?prediction_count=99999999999", "prediction_count should be an integer; "],
    ["?limit=-1", "Limit should be equal or greater than 0; "],
    ["?detect_faces=maybe", "detect_faces should be true or false; "],
    ["?det_prob_threshold=2", "det_prob_threshold should be a number between 0 and 1; "],
  ])("answers 400 to %s", async (query, message) => {
    answerWith(pictureOf(0));
    expect(await post(query)).toEqual({ status: 400, body: { message, code: 26 } });
    expect(asked).toEqual([]);
  });

  it("answers by the catalogue: no face, no image, no picture, a key that may not read", async () => {
    answerWith(emptyAnalysis);
    expect(await post("")).toEqual({ status: 400, body: { message: "No face is found in the given image", code: 28 } });
    answerWith("image_unsupported");
    expect(await post("")).toMatchObject({ status: 400, body: { code: 21 } });
    const json = { detection: "x" };
    expect(await answerOf(await call("POST", address, { key, json }))).toEqual({
      status: 400,
      body: { message: "Field content cannot be empty", code: 5 },
    });
    const enrolling = await makeKey(serviceId, ["enrol"]);
    expect(await answerOf(await send("", {}, enrolling))).toMatchObject({ status: 403, body: { code: 26 } });
    expect(await answerOf(await call("GET", address, { key }))).toMatchObject({ status: 405, body: { code: 0 } });
  });
});

describe("POST /api/v1/recognition/embeddings/recognize", () => {
  const ask = async (json: unknown, query = "") =>
    answerOf(await call("POST", `recognition/embeddings/recognize${query}`, { key, json }));
  const embeddingAt = (degrees: number) => [...directionOf(degrees, embeddingModel.numbers)];

  it("answers in the order of the embeddings, under another name than for a picture", async () => {
    await add("Tom", 0);
    await add("Ann", 90);
    const embeddings = [embeddingAt(90), embeddingAt(0)];
    expect(await ask({ embeddings }, "?prediction_count=2")).toEqual({
      status: 200,
      body: {
        result: [
          {
            embedding: embeddings[0],
            similarities: [
              { subject: "Ann", similarity: 1 },
              { subject: "Tom", similarity: 0.5 },
            ],
          },
          {
            embedding: embeddings[1],
            similarities: [
              { subject: "Tom", similarity: 1 },
              { subject: "Ann", similarity: 0.5 },
            ],
          },
        ],
      },
    });
  });

  it.each([[{}], [{ embeddings: [] }], [{ embeddings: null }], [[]]])("answers 400 code 5 to %j", async (json) => {
    expect(await ask(json)).toEqual({ status: 400, body: { message: "Field embeddings cannot be empty", code: 5 } });
  });

  it.each([[{ embeddings: [[1, 2]] }], [{ embeddings: [["1"]] }], [{ embeddings: "x" }]])(
    "answers 400 code 26 to %j",
    async (json) => {
      expect(await ask(json)).toMatchObject({ status: 400, body: { code: 26 } });
    },
  );

  it("answers 400 to a count of predictions below 1", async () => {
    expect(await ask({ embeddings: [embeddingAt(0)] }, "?prediction_count=0")).toMatchObject({ status: 400 });
  });
});
