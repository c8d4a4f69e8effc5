import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as POST_SECOND } from "@/app/[imageService]/v2/process/[...path]/route";
import { POST as POST_BEHIND_KEY } from "@/app/k/[key]/[[...path]]/route";
import { InferenceError } from "@/inference/inference-error";
import { logger } from "@/lib/observability/logger";
import { readiness } from "@/lib/observability/readiness";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { answerOf, ask, picture } from "@/lib/wire/testing/image-api";
import { oneFace } from "@/lib/wire/testing/image-api-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(oneFace));
afterEach(() => vi.restoreAllMocks());

const sample = "gender-estimator/process/sample";
const image = "gender-estimator/process/image";
const face = (bbox?: unknown) => ({ class: "face", ...(bbox !== undefined && { bbox }) });

const problem = (loc: readonly (string | number)[], msg: string | RegExp, type: string) => ({
  status: 422,
  body: { detail: [{ loc: ["body", ...loc], msg: typeof msg === "string" ? msg : expect.stringMatching(msg), type }] },
});

const withObjects = (objects: unknown) => ({ $image: picture, objects });
const box = /should be \[left, top, right, bottom\]/;

describe("A sample that does not have the form it should", () => {
  it.each([
    ["no picture", { objects: [{}] }, ["$image"], "field required", "value_error.missing"],
    ["a picture that is no text", { $image: 7 }, ["$image"], "str type expected", "type_error.str"],
    ["no base64", { $image: "§" }, ["$image"], "value is not valid base64", "value_error"],
    ["a data URL", { $image: `data:image/jpeg;base64,${picture}` }, ["$image"], /base64/, "value_error"],
    ["an empty picture", { $image: "" }, ["$image"], "the picture is empty", "value_error"],
    ["no object at all", [1], [], "value is not a valid dict", "type_error.dict"],
    ["null", null, [], "value is not a valid dict", "type_error.dict"],
    ["objects that are no list", withObjects({}), ["objects"], "value is not a valid list", "type_error.list"],
    ["an object that is none", withObjects([3]), ["objects", 0], "value is not a valid dict", "type_error.dict"],
    ["a class that is no text", withObjects([{ class: 3 }]), ["objects", 0, "class"], /str/, "type_error.str"],
    ["a face without a box", withObjects([face()]), ["objects", 0, "bbox"], "field required", "value_error.missing"],
    ["a box that is no list", withObjects([face("x")]), ["objects", 0, "bbox"], /valid list/, "type_error.list"],
    [
      "a box of three",
      withObjects([face([0, 0, 1])]),
      ["objects", 0, "bbox"],
      /at least 4/,
      "value_error.list.min_items",
    ],
    ["an edge of null", withObjects([face([0, 0, null, 1])]), ["objects", 0, "bbox", 2], /float/, "type_error.float"],
    ["an empty box", withObjects([face([0.5, 0, 0.5, 1])]), ["objects", 0, "bbox"], box, "value_error"],
    ["a box outside", withObjects([face([1, 0, 2, 1])]), ["objects", 0, "bbox"], box, "value_error"],
    ["a box the wrong way round", withObjects([face([0.9, 0, 0.1, 1])]), ["objects", 0, "bbox"], box, "value_error"],
    [
      "10,000 objects",
      withObjects(Array.from({ length: 10_000 }, () => ({}))),
      ["objects"],
      "ensure this value has at most 256 items",
      "value_error.list.max_items",
    ],
  ] as const)("is told what is wrong with it: %s", async (_what, json, loc, msg, type) => {
    expect(await answerOf(ask(sample, { json }))).toEqual(problem(loc, msg, type));
    expect(asked).toEqual([]);
  });

  it.each(["", "{", '{"$image": NaN}', "[".repeat(100), '{"$image": "\ud800'])(
    "such as what is not JSON: %j",
    async (body) => {
      const answer = await answerOf(ask(sample, { body, type: "application/json" }));
      expect(answer).toMatchObject({
        status: 422,
        body: { detail: [{ loc: ["body"], type: "value_error.jsondecode" }] },
      });
    },
  );

  it("such as an edge beyond all numbers", async () => {
    const body = `{"$image": "${picture}", "objects": [{"class": "face", "bbox": [0, 0, 1e999, 1]}]}`;
    const answer = await answerOf(ask(sample, { body, type: "application/json" }));
    expect(answer).toEqual(problem(["objects", 0, "bbox", 2], /float/, "type_error.float"));
  });

  it("such as a form without the picture", async () => {
    const body = new FormData();
    body.set("file", new File(["x"], "photo.jpg"));
    expect(await answerOf(ask(image, { body }))).toEqual(problem(["image"], "field required", "value_error.missing"));
  });
});

describe("A picture", () => {
  it.each([
    ["image_unsupported", "This image format is not supported"],
    ["image_unreadable", "The image is damaged or incomplete"],
  ] as const)("that cannot be read is a problem of the form: %s", async (code, msg) => {
    answerWith(code);
    expect(await answerOf(ask(sample, { json: { $image: picture } }))).toEqual(problem(["$image"], msg, "value_error"));
    const body = new FormData();
    body.set("image", new File(["x"], "photo.jpg"));
    expect(await answerOf(ask(image, { body }))).toEqual(problem(["image"], msg, "value_error"));
  });

  it("with too many pixels is refused in words", async () => {
    answerWith("image_too_many_pixels");
    const refusal = { status: 400, body: { detail: "The image has too many pixels" } };
    expect(await answerOf(ask(sample, { json: { $image: picture } }))).toEqual(refusal);
  });

  it("may be base64 in lines, and comes back as it was sent", async () => {
    const $image = `${picture.slice(0, 2)}\r\n${picture.slice(2)}\n`;
    const answer = await answerOf(ask(sample, { json: { $image } }));
    expect(answer).toMatchObject({ status: 200, body: { $image } });
    expect(asked[0]?.bytes).toEqual(new Uint8Array([0xff, 0xd8, 0xff]));
  });

  it("may have 4.7 MB and no byte more", async () => {
    const of = (bytes: number) => ({ json: { $image: Buffer.alloc(bytes).toString("base64") } });
    expect((await ask(sample, of(4_700_000))).status).toBe(200);
    const refusal = { status: 413, body: { detail: "Request body size is too large" } };
    expect(await answerOf(ask(sample, of(4_700_001)))).toEqual(refusal);
    const body = new FormData();
    body.set("image", new File([new Uint8Array(4_700_001)], "photo.jpg"));
    expect(await answerOf(ask(image, { body }))).toEqual(refusal);
    const huge = { body: `{"$image": "${"a".repeat(11_000_000)}"}`, type: "application/json" };
    expect(await answerOf(ask(sample, huge))).toEqual(refusal);
  });
});

describe("What is not served is refused in JSON", () => {
  it.each(["GET", "PUT"] as const)("the method %s", async (method) => {
    const response = await ask(sample, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
    expect(await response.json()).toEqual({ detail: "Method Not Allowed" });
  });

  it.each(["no-estimator/process/sample", "gender-estimator/process/nothing", "gender-estimator/process/toString"])(
    "the path %s",
    async (address) => {
      expect(await answerOf(ask(address, { json: {} }))).toEqual({ status: 404, body: { detail: "Not Found" } });
    },
  );

  it("the second version of the API", async () => {
    const request = new Request("http://localhost:8000/gender-estimator/v2/process/sample", { method: "POST" });
    expect(await answerOf(POST_SECOND(request))).toEqual({ status: 404, body: { detail: "Not Found" } });
  });

  it.each([
    [sample, { body: "x", type: "text/plain" }, "Content type should be application/json"],
    [image, { json: {} }, "Content type should be multipart/form-data"],
  ])("another content type at %s", async (address, call, detail) => {
    expect(await answerOf(ask(address, call))).toEqual({ status: 415, body: { detail } });
  });

  it("but a browser may ask first", async () => {
    const response = await ask(sample, { method: "OPTIONS" });
    expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
  });
});

describe("A key", () => {
  const json = { $image: picture };

  it("is asked for before anything is read", async () => {
    const refusal = { status: 401, body: { detail: "Not authenticated" } };
    expect(await answerOf(ask(sample, { key: null, body: "{", type: "application/json" }))).toEqual(refusal);
  });

  it.each([keys.unknown, keys.recognition, "no uuid"])("that opens no such service is refused: %s", async (key) => {
    expect(await answerOf(ask(sample, { key, json }))).toEqual({ status: 401, body: { detail: "Invalid API key" } });
  });

  it.each(["", "/v1"])("may stand in the address where the service allows it, before%s /process", async (version) => {
    const behind = (key: string) =>
      POST_BEHIND_KEY(
        new Request(`http://localhost:8000/k/${key}/gender-estimator${version}/process/sample`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(json),
        }),
      );
    expect(await answerOf(behind(keys.detectionOpen))).toMatchObject({ status: 200, body: { $image: picture } });
    expect(await answerOf(behind(keys.detection))).toEqual({ status: 401, body: { detail: "Invalid API key" } });
  });
});

describe("What goes wrong on our side is told as", () => {
  const json = { $image: picture };

  it("503 with the time to wait when the queue is full", async () => {
    answerWith(new InferenceError("busy", "queue full", { retryAfterS: 7 }));
    const response = await ask(sample, { json });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "7"]);
    expect(await response.json()).toEqual({ detail: "The server is busy, please try again later" });
  });

  it("503 while the server starts", async () => {
    vi.spyOn(readiness, "status").mockReturnValue("starting");
    expect(await answerOf(ask(sample, { json }))).toEqual({ status: 503, body: { detail: "The server is starting." } });
  });

  it("one generic text for a surprise", async () => {
    const log = vi.spyOn(logger, "error").mockReturnValue();
    answerWith(new Error("secret of the inside"));
    const answer = await answerOf(ask(sample, { json }));
    expect(answer).toEqual({ status: 500, body: { detail: "Internal Server Error" } });
    expect(log).toHaveBeenCalledOnce();
  });
});
