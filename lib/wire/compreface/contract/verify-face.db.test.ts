import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { answerOf, call, golden, pictureForm, pictureText } from "@/lib/wire/testing/compreface-app";
import { compact } from "@/lib/wire/testing/golden";
import { answerWith, asked, makeReady } from "@/lib/wire/testing/harness";
import { makeKey, makeService } from "@/lib/wire/testing/make-service";
import { analysisOfFaces, directionOf, emptyAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.mock("@/inference/calibration/similarity", () => import("@/lib/wire/testing/plain-similarity"));
provideDatabase();
beforeAll(makeReady);

const pictureOf = (...degrees: number[]) => analysisOfFaces(degrees, embeddingModel);
const embeddingAt = (degrees: number) => [...directionOf(degrees, embeddingModel.numbers)];
const incorrect = { status: 404, body: { message: "Image Id is incorrect", code: 44 } };

let [key, serviceId, imageId] = ["", "", ""];
beforeEach(async () => {
  ({ apiKey: key, id: serviceId } = await makeService("RECOGNITION"));
  answerWith(pictureOf(0));
  const response = await call("POST", "recognition/faces?subject=Tom", { key, body: pictureForm(["file"]) });
  imageId = (await response.json()).image_id;
});

const send = (query = "", id = imageId, sentKey = key) =>
  call("POST", `recognition/faces/${id}/verify${query}`, { key: sentKey, body: pictureForm(["file"]) });
const post = async (...how: Parameters<typeof send>) => answerOf(await send(...how));

describe("POST /api/v1/recognition/faces/{image_id}/verify", () => {
  it("answers every face of the picture with the subject and the similarity", async () => {
    answerWith(pictureOf(60, 0));
    expect(compact(await (await send()).text())).toBe(await golden("verify-face"));
  });

  it("takes base64 JSON, limits, times and decisions", async () => {
    const json = { file: pictureText };
    const how = { key, json };
    const query = "?limit=1&status=true&face_plugins=decision,calculator";
    const answer = await answerOf(await call("POST", `recognition/faces/${imageId}/verify/${query}`, how));
    expect(asked.at(-1)?.options).toEqual({ features: ["embedding"], facesMax: 1 });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        result: [
          {
            embedding: expect.any(Array),
            execution_time: { detector: 21, calculator: 13 },
            far: 0,
            decision: { value: "match", threshold: 0.999, false_accept_rate: 0 },
          },
        ],
        plugins_versions: { detector: "detector-3", calculator: embeddingModel.tag },
      },
    });
  });

  it("answers 404 code 44 to an unknown and a foreign face, 400 to an id that is none", async () => {
    const other = (await makeService("RECOGNITION")).apiKey;
    expect(await post("", randomUUID())).toEqual(incorrect);
    expect(await post("", imageId, other)).toEqual(incorrect);
    expect(await post("", "7")).toMatchObject({ status: 400, body: { code: 26 } });
  });

  it("finds out first whether there is a face in the picture", async () => {
    answerWith(emptyAnalysis);
    expect(await post("", randomUUID())).toMatchObject({ status: 400, body: { code: 28 } });
  });

  it("refuses to compare with what other networks made, and says so", async () => {
    await db().face.update({ where: { id: imageId }, data: { modelTag: "older" } });
    const message = expect.stringContaining("other networks");
    expect(await post()).toEqual({ status: 400, body: { message, code: 26 } });
    const json = { embeddings: [embeddingAt(0)] };
    const answer = await call("POST", `recognition/embeddings/faces/${imageId}/verify`, { key, json });
    expect(await answerOf(answer)).toEqual({ status: 400, body: { message, code: 26 } });
  });

  it("answers by the catalogue to broken rules, missing pictures, other methods and keys that may not read", async () => {
    expect(await post("?limit=x")).toMatchObject({ status: 400, body: { code: 26 } });
    const how = { key, body: pictureForm([]) };
    const missing = await answerOf(await call("POST", `recognition/faces/${imageId}/verify`, how));
    expect(missing).toEqual({ status: 400, body: { message: "Required part file is missing", code: 34 } });
    expect(await answerOf(await call("GET", `recognition/faces/${imageId}/verify`))).toMatchObject({ status: 405 });
    const enrolling = await makeKey(serviceId, ["enrol"]);
    expect(await post("", imageId, enrolling)).toMatchObject({ status: 403, body: { code: 26 } });
  });
});

describe("POST /api/v1/recognition/embeddings/faces/{image_id}/verify", () => {
  const ask = async (json: unknown, id = imageId, sentKey = key) =>
    answerOf(await call("POST", `recognition/embeddings/faces/${id}/verify`, { key: sentKey, json }));

  it("answers the most similar first", async () => {
    const [aside, ahead] = [embeddingAt(60), embeddingAt(0)];
    expect(await ask({ embeddings: [aside, ahead] })).toEqual({
      status: 200,
      body: {
        result: [
          { embedding: ahead, similarity: 1 },
          { embedding: aside, similarity: 0.75 },
        ],
      },
    });
  });

  it("answers 400 code 5 without embeddings, 400 code 26 to others, 404 code 44 to unknown and foreign faces", async () => {
    expect(await ask({})).toEqual({ status: 400, body: { message: "Field embeddings cannot be empty", code: 5 } });
    expect(await ask({ embeddings: [[1]] })).toMatchObject({ status: 400, body: { code: 26 } });
    const json = { embeddings: [embeddingAt(0)] };
    expect(await ask(json, randomUUID())).toEqual(incorrect);
    expect(await ask(json, imageId, (await makeService("RECOGNITION")).apiKey)).toEqual(incorrect);
    expect(await ask(json, imageId, await makeKey(serviceId, ["enrol"]))).toMatchObject({ status: 403 });
  });
});
