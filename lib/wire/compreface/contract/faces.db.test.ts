import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { answerOf, call, pictureForm, pictureText } from "@/lib/wire/testing/compreface-app";
import { answerWith, asked, makeReady } from "@/lib/wire/testing/harness";
import { makeKey, makeService } from "@/lib/wire/testing/make-service";
import { analysisOfFaces, emptyAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
beforeAll(makeReady);

const one = analysisOfFaces([0], embeddingModel);
const address = "recognition/faces";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let [key, serviceId] = ["", ""];
beforeEach(async () => {
  ({ apiKey: key, id: serviceId } = await makeService("RECOGNITION"));
  answerWith(one);
});

const post = async (query: string, how: Parameters<typeof call>[2] = {}) =>
  answerOf(await call("POST", `${address}${query}`, { key, body: pictureForm(["file"]), ...how }));
const ask = async (method: string, path: string, json?: unknown, sentKey = key) =>
  answerOf(await call(method, `${address}${path}`, { key: sentKey, ...(json !== undefined && { json }) }));
const stored = () => db().face.count({ where: { serviceId } });

async function add(subject: string): Promise<string> {
  const { status, body } = await post(`?subject=${encodeURIComponent(subject)}`);
  expect(status).toBe(201);
  return (body as { image_id: string }).image_id;
}

describe("POST /api/v1/recognition/faces", () => {
  it("answers 201 with the id and the name as the request spells it", async () => {
    const added = { status: 201, body: { image_id: expect.stringMatching(uuid), subject: "tom" } };
    await add("Tom");
    expect(await post("?subject=tom")).toEqual(added);
    expect((await ask("GET", "?subject=TOM")).body).toMatchObject({ faces: [{ subject: "Tom" }, { subject: "Tom" }] });
  });

  it("takes base64 JSON, and the name and the threshold as parts of the form", async () => {
    const json = { file: pictureText };
    expect(await answerOf(await call("POST", `${address}/?subject=Tom`, { key, json }))).toMatchObject({ status: 201 });
    await post("", { body: pictureForm(["file"], { subject: "Ann", det_prob_threshold: "0.4" }) });
    expect(asked.at(-1)?.options.probabilityMin).toBe(0.4);
    expect((await ask("GET", "?subject=Ann")).body).toMatchObject({ total_elements: 1 });
  });

  it.each(["?subject=Tom?det_prob_threshold=0.8", "?subject=Tom%3Fdet_prob_threshold%3D0.8"])(
    "takes what one client library puts behind a second question mark for a parameter, not for the name: %s",
    async (query) => {
      await post(query);
      expect(asked[0]?.options.probabilityMin).toBe(0.8);
      expect(await ask("GET", "?subject=Tom")).toMatchObject({ body: { total_elements: 1 } });
    },
  );

  it.each(["a;b/c\\d", "x".repeat(255), "😀".repeat(255), "Who?", "名 前"])("takes the name %s", async (name) => {
    await add(name);
    expect(await ask("GET", `?subject=${encodeURIComponent(name)}`)).toMatchObject({ body: { total_elements: 1 } });
  });

  it.each([
    ["", 33, "Required parameter subject is missing"],
    ["?subject=", 26, "Subject name is empty; "],
    ["?subject=%20", 26, "Subject name is empty; "],
    [`?subject=${"x".repeat(256)}`, 26, "Subject name size must be between 1 and 255"],
    ["?subject=..", 26, "Subject name cannot be '.' or '..'"],
    ["?subject=a%00b", 26, "Subject name cannot contain control characters"],
    ["?subject=Jos%E9", 26, "Subject name should be encoded in UTF-8"],
    ["?subject=Tom&det_prob_threshold=1.1", 26, "det_prob_threshold should be a number between 0 and 1; "],
    ["?subject=Tom&det_prob_threshold=NaN", 26, "det_prob_threshold should be a number between 0 and 1; "],
    ["?subject=Tom&det_prob_threshold=1e309", 26, "det_prob_threshold should be a number between 0 and 1; "],
  ])("answers 400 to %s before any network runs, and stores nothing", async (query, code, message) => {
    expect(await post(query)).toEqual({ status: 400, body: { message, code } });
    expect([asked.length, await stored(), await db().subject.count({ where: { serviceId } })]).toEqual([0, 0, 0]);
  });

  it.each([
    ["no face", emptyAnalysis, 28, "No face is found in the given image"],
    ["two faces", analysisOfFaces([0, 90], embeddingModel), 31, "More than one face in the source image"],
    ["no image", "image_unreadable", 21, "The image is damaged or incomplete"],
  ] as const)("answers 400 to a picture with %s and stores nothing", async (_what, answer, code, message) => {
    answerWith(answer);
    expect(await post("?subject=Tom")).toEqual({ status: 400, body: { message, code } });
    expect([await stored(), await db().subject.count({ where: { serviceId } })]).toEqual([0, 0]);
  });

  it("answers JSON to a form without a picture or a boundary, another content type and too large a file", async () => {
    expect(await post("?subject=Tom", { body: pictureForm([]) })).toMatchObject({ status: 400, body: { code: 34 } });
    const headers = { "content-type": "multipart/form-data" };
    expect(await post("?subject=Tom", { body: "x", headers })).toMatchObject({ status: 400, body: { code: 26 } });
    expect(await post("?subject=Tom", { body: "x" })).toMatchObject({ status: 415, body: { code: 26 } });
    const large = new FormData();
    large.set("file", new File([new Uint8Array(5 * 1024 * 1024 + 1)], "large.jpg"));
    expect(await post("?subject=Tom", { body: large })).toMatchObject({ status: 413, body: { code: 26 } });
    expect(await stored()).toBe(0);
  });

  it("answers a repetition under an Idempotency-Key like the first, and 422 another body under it", async () => {
    const headers = { "idempotency-key": "visit-7" };
    const first = await post("?subject=Tom", { headers });
    expect(await post("?subject=Tom", { headers })).toEqual(first);
    expect(await stored()).toBe(1);
    expect(await post("?subject=Ann", { headers })).toEqual({
      status: 422,
      body: { message: "The Idempotency-Key belongs to another request", code: 26 },
    });
    expect(await post("?subject=Tom", { headers: { "idempotency-key": "x".repeat(256) } })).toMatchObject({
      status: 400,
    });
  });
});

describe("GET /api/v1/recognition/faces", () => {
  it("answers pages of the default size with their place among all", async () => {
    const ids = [await add("Tom"), await add("Ann"), await add("Tom")];
    expect(await ask("GET", "/?page=1&size=2")).toEqual({
      status: 200,
      body: {
        faces: [{ image_id: ids[2], subject: "Tom" }],
        page_number: 1,
        page_size: 2,
        total_pages: 2,
        total_elements: 3,
      },
    });
    expect(await ask("GET", "?subject=tOm")).toMatchObject({ body: { total_elements: 2 } });
    expect(await ask("GET", "?subject=")).toMatchObject({ body: { total_elements: 3 } });
  });

  it("answers an empty page for a subject without faces", async () => {
    expect((await ask("GET", "?page=1&size=1&subject=Tom")).body).toEqual({
      faces: [],
      page_number: 1,
      page_size: 1,
      total_pages: 0,
      total_elements: 0,
    });
  });

  it.each([
    ["?size=0", 0, 20],
    ["?size=-1&page=-1", 0, 20],
    ["?size=x&page=x", 0, 20],
    ["?size=99999&page=99999999999", 0, 2000],
    ["?&page=2147483647&size=2000", 2147483647, 2000],
  ])("falls back for %s instead of failing", async (query, page_number, page_size) => {
    expect(await ask("GET", query)).toMatchObject({ status: 200, body: { page_number, page_size } });
  });
});

describe("DELETE /api/v1/recognition/faces", () => {
  it("removes those of a subject, in whatever case, and answers how many", async () => {
    await add("Tom");
    await add("Ann");
    expect(await ask("DELETE", "?subject=tom")).toEqual({ status: 200, body: { deleted: 1 } });
    expect(await ask("DELETE", "?subject=tom")).toEqual({ status: 200, body: { deleted: 0 } });
    expect(await stored()).toBe(1);
  });

  it("removes all without a name, with a content type and no body", async () => {
    await add("Tom");
    await add("Ann");
    const headers = { "content-type": "application/json" };
    expect(await answerOf(await call("DELETE", `${address}?&`, { key, headers }))).toMatchObject({
      body: { deleted: 2 },
    });
  });

  it.each(["?subject=", "?subject=%20", "?subjct=Tom"])("refuses %s, which may have meant a name", async (query) => {
    await add("Tom");
    expect(await ask("DELETE", query)).toEqual({ status: 400, body: { message: "Subject name is empty; ", code: 26 } });
    const form = new URLSearchParams({ subject: "Ann" });
    expect(await answerOf(await call("DELETE", address, { key, body: form }))).toMatchObject({ status: 400 });
    expect(await stored()).toBe(1);
  });

  it("removes one by its id and keeps the subject", async () => {
    const id = await add("Tom");
    expect(await ask("DELETE", `/${id.toUpperCase()}`)).toEqual({
      status: 200,
      body: { image_id: id, subject: "Tom" },
    });
    expect(await ask("DELETE", `/${id}`)).toEqual({
      status: 404,
      body: { message: `Image ${id} not found`, code: 44 },
    });
    expect(await db().subject.count({ where: { serviceId } })).toBe(1);
  });

  it("answers 400 to an id that is none, 405 to reading one face", async () => {
    expect(await ask("DELETE", "/7")).toEqual({ status: 400, body: { message: "image_id should be UUID", code: 26 } });
    expect(await ask("GET", `/${randomUUID()}`)).toMatchObject({ status: 405, body: { code: 0 } });
  });
});

describe("POST /api/v1/recognition/faces/delete", () => {
  it("answers the bare list of those that were there", async () => {
    const [first, second] = [await add("Tom"), await add("Ann")];
    expect(await ask("POST", "/delete", [first, randomUUID(), first])).toEqual({
      status: 200,
      body: [{ image_id: first, subject: "Tom" }],
    });
    expect(await ask("POST", "/delete", [])).toEqual({ status: 200, body: [] });
    expect((await ask("GET", "")).body).toMatchObject({ faces: [{ image_id: second }] });
  });

  it.each([[["7"]], [[7]], [{ ids: [] }], ["x"], [null]])("answers 400 to %j", async (json) => {
    expect(await ask("POST", "/delete", json)).toMatchObject({ status: 400, body: { code: 26 } });
  });
});

describe("stored faces", () => {
  it("are there for the keys of their service only, and for what a key may do", async () => {
    const id = await add("Tom");
    const other = (await makeService("RECOGNITION")).apiKey;
    expect(await ask("DELETE", `/${id}`, undefined, other)).toMatchObject({ status: 404, body: { code: 44 } });
    expect(await ask("POST", "/delete", [id], other)).toEqual({ status: 200, body: [] });
    expect(await ask("GET", "", undefined, other)).toMatchObject({ body: { total_elements: 0 } });
    const [reading, enrolling] = [await makeKey(serviceId, ["read"]), await makeKey(serviceId, ["enrol"])];
    const refused = { status: 403, body: { message: expect.any(String), code: 26 } };
    expect(await post("?subject=Tom", { key: reading })).toEqual(refused);
    expect(await ask("DELETE", "", undefined, reading)).toEqual(refused);
    expect(await ask("POST", "/delete", [id], enrolling)).toEqual(refused);
    expect(await ask("GET", "", undefined, enrolling)).toEqual(refused);
    expect(await stored()).toBe(1);
  });
});
