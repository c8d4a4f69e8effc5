import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { answerOf, call, golden, pictureForm, pictureText } from "@/lib/wire/testing/compreface-app";
import { compact } from "@/lib/wire/testing/golden";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { analysisOfFaces, analysisWithQuality, emptyAnalysis, fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));
vi.mock("@/inference/calibration/similarity", () => import("@/lib/wire/testing/plain-similarity"));

const model = { numbers: 4, tag: "embedding-4" };
const one = analysisOfFaces([0], model);
const two = analysisOfFaces([0, 60], model);
const pair = ["source_image", "target_image"] as const;
const address = "verification/verify";

beforeAll(makeReady);
beforeEach(() => answerWith(one, two));

const post = (query = "", texts: Record<string, string> = {}, key: string = keys.verification) =>
  call("POST", `${address}${query}`, { key, body: pictureForm(pair, texts) });

describe("POST /api/v1/verification/verify answers 200", () => {
  it.each([
    ["classic", keys.verification],
    ["1.x", keys.verificationV1],
  ])("in the %s format as the golden file, members in the same order", async (format, key) => {
    const source = { ...fullAnalysis, faces: fullAnalysis.faces.slice(0, 1) };
    answerWith(source, source);
    const response = await post("?face_plugins=age,gender,mask,pose,calculator,landmarks&status=true", {}, key);
    expect(response.status).toBe(200);
    expect(compact(await response.text())).toBe(await golden(`verify-full-${format}`));
  });

  it("with every face of the target, and no embedding that was not asked for", async () => {
    expect(compact(await (await post()).text())).toBe(await golden("verify-two-faces"));
  });

  it("to pictures in base64 JSON as to those in a form", async () => {
    const form = await (await post()).text();
    answerWith(one, two);
    const json = { source_image: pictureText, target_image: pictureText, more: "ignored" };
    const response = await call("POST", `${address}/`, { key: keys.verification, json });
    expect(await response.text()).toBe(form);
  });

  it("to parameters in the form", async () => {
    await post("", { limit: "1", det_prob_threshold: "0.5", face_plugins: "age" });
    const options = { features: ["age", "embedding"], facesMax: 1, probabilityMin: 0.5 };
    expect(asked.map((request) => request.options)).toEqual([options, options]);
  });

  it("with the quality of both pictures, measured only when it is asked for", async () => {
    answerWith({ ...analysisWithQuality, faces: [{ ...one.faces[0]!, ...analysisWithQuality.faces[0] }] });
    const { body } = await answerOf(await post("?face_plugins=quality"));
    const quality = { unified: 0.31416, passed: false };
    expect(body).toMatchObject({ result: [{ source_image_face: { quality }, face_matches: [{ quality }] }] });
    expect(asked.map(({ options }) => options.quality?.includes("unified"))).toEqual([true, true]);
    answerWith(one, two);
    expect(await (await post()).text()).not.toContain("quality");
    expect(asked.map(({ options }) => options.quality)).toEqual([undefined, undefined]);
  });

  it("and needs no more than two faces of the source, all of the target", async () => {
    await post("?limit=5");
    expect(asked.map(({ options }) => options.facesMax)).toEqual([2, 5]);
    answerWith(one, two);
    await post();
    expect(asked.map(({ options }) => options.facesMax)).toEqual([2, undefined]);
  });

  it("with the decision and its false-accept rate when they are asked for", async () => {
    const response = await post("?face_plugins=decision");
    expect(compact(await response.text())).toBe(await golden("verify-decision"));
  });
});

describe("POST /api/v1/verification/verify refuses", () => {
  it.each([
    ["a source without a face", [emptyAnalysis, two], "No face is found in the given image", 28],
    ["a target without a face", [one, emptyAnalysis], "No face is found in the given image", 28],
    ["a source with two faces", [two, one], "More than one face in the source image", 31],
    ["a source with two faces before a target that is no image", [two, "image_unreadable"], /^More than one face/, 31],
    ["a target that is no image", [one, "image_unreadable"], /^The image is damaged/, 21],
  ] as const)("%s", async (_what, [source, target], message, code) => {
    answerWith(source, target);
    const { status, body } = await answerOf(await post());
    expect(status).toBe(400);
    expect(body).toEqual({ message: message instanceof RegExp ? expect.stringMatching(message) : message, code });
  });

  it.each(pair)("a form without %s", async (name) => {
    const body = pictureForm(pair.filter((other) => other !== name));
    const answer = await answerOf(await call("POST", address, { key: keys.verification, body }));
    expect(answer).toEqual({ status: 400, body: { message: `Required part ${name} is missing`, code: 34 } });
  });

  it.each([
    [{ target_image: pictureText }, "sourceImageBase64"],
    [{ source_image: pictureText }, "targetImageBase64"],
    [[], "sourceImageBase64"],
    ["text", "sourceImageBase64"],
  ])("JSON without a picture: %j", async (json, field) => {
    const answer = await answerOf(await call("POST", address, { key: keys.verification, json }));
    expect(answer).toEqual({ status: 400, body: { message: `Field ${field} cannot be empty`, code: 5 } });
  });

  it("what is no base64, a wrong name, broken rules, another content type, another method, another service", async () => {
    const { verification: key } = keys;
    const json = { source_image: "####", target_image: pictureText };
    const named = pictureForm(pair);
    named.set("target_image", new File(["x"], "photo.txt"));
    const refused = async (method: string, query: string, how: Parameters<typeof call>[2]) =>
      answerOf(await call(method, `${address}${query}`, how));
    expect(await refused("POST", "", { key, json })).toMatchObject({ status: 400, body: { code: 21 } });
    expect(await refused("POST", "", { key, body: named })).toMatchObject({ status: 400, body: { code: 21 } });
    expect(await refused("POST", "?limit=-1", { key, body: pictureForm(pair) })).toEqual({
      status: 400,
      body: { message: "Limit should be equal or greater than 0; ", code: 26 },
    });
    expect(await refused("POST", "", { key, body: "x" })).toMatchObject({ status: 415, body: { code: 26 } });
    expect(await refused("GET", "", { key })).toMatchObject({ status: 405, body: { code: 0 } });
    expect(await refused("POST", "", { key: keys.detection })).toEqual({
      status: 404,
      body: { message: `Verification service with API Key ${keys.detection} not found`, code: 10 },
    });
    expect(asked).toEqual([]);
  });
});
