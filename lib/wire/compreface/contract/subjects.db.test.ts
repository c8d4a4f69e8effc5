import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { answerOf, call } from "@/lib/wire/testing/compreface-app";
import { keys, makeReady } from "@/lib/wire/testing/harness";
import { makeKey, makeService } from "@/lib/wire/testing/make-service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
beforeAll(makeReady);

let key: string;
beforeEach(async () => {
  key = (await makeService("RECOGNITION")).apiKey;
});

const address = "recognition/subjects";
const ask = async (method: string, path: string, json?: unknown, sentKey = key) =>
  answerOf(await call(method, `${address}${path}`, { key: sentKey, ...(json !== undefined && { json }) }));
const add = (name: string) => ask("POST", "", { subject: name });
const list = async () => (await ask("GET", "")).body;

describe("POST /api/v1/recognition/subjects", () => {
  it("answers 201 with the name, also to a bare text and beside unknown members", async () => {
    expect(await add("Tom")).toEqual({ status: 201, body: { subject: "Tom" } });
    expect(await ask("POST", "/", "Ann")).toEqual({ status: 201, body: { subject: "Ann" } });
    expect(await ask("POST", "", { subject: "Kim", api_endpoint: "x" })).toMatchObject({ status: 201 });
    expect(await list()).toEqual({ subjects: ["Ann", "Kim", "Tom"] });
  });

  it("answers 400 code 43 to a name that is there, in whatever case", async () => {
    await add("Tom");
    expect(await add("tOM")).toEqual({ status: 400, body: { message: "Subject already exists", code: 43 } });
  });

  it("makes one subject of two parallel requests", async () => {
    const answers = await Promise.all([add("Tom"), add("TOM")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
  });

  it.each(["ä", "я", "名", "😀", "a'b\"c", "x".repeat(50), "😀".repeat(50), "[x]", "100%", "a b", "Who?"])(
    "takes %s, which the other operations then find",
    async (name) => {
      expect(await add(name)).toEqual({ status: 201, body: { subject: name } });
      const path = `/${encodeURIComponent(name)}`;
      expect(await ask("PUT", path, { subject: "new" })).toEqual({ status: 200, body: { updated: true } });
      expect(await ask("DELETE", "/new")).toEqual({ status: 200, body: { subject: "new" } });
    },
  );

  const empty = "Subject name cannot be empty";
  const long = "Subject name size must be between 1 and 50";
  const special = "The name cannot contain the following special characters: ';', '/', '\\'";
  it.each([
    [{ subject: "" }, 26, empty],
    [{ subject: "  " }, 26, empty],
    [{ subject: null }, 26, empty],
    [{ subject: 7 }, 26, empty],
    [{}, 26, empty],
    [[], 26, empty],
    [null, 26, empty],
    [7, 26, empty],
    [{ subject: "x".repeat(51) }, 26, long],
    [{ subject: "x".repeat(256) }, 26, long],
    [{ subject: "😀".repeat(51) }, 26, long],
    [{ subject: "a;b" }, 36, special],
    [{ subject: "a/b" }, 36, special],
    [{ subject: "a\\b" }, 36, special],
    [{ subject: "." }, 26, "Subject name cannot be '.' or '..'"],
    [{ subject: ".." }, 26, "Subject name cannot be '.' or '..'"],
    [{ subject: "a\u0000b" }, 26, "Subject name cannot contain control characters"],
    [{ subject: "a\nb" }, 26, "Subject name cannot contain control characters"],
    [{ subject: "\ud800" }, 26, "Subject name cannot contain control characters"],
  ])("answers 400 to %j and stores nothing", async (json, code, message) => {
    expect(await ask("POST", "", json)).toEqual({ status: 400, body: { message, code } });
    expect(await list()).toEqual({ subjects: [] });
  });

  it("answers JSON to broken bodies, other content types and other methods", async () => {
    const json = { "content-type": "application/json" };
    const broken = await answerOf(await call("POST", address, { key, body: '{"subject":', headers: json }));
    expect(broken).toMatchObject({ status: 400, body: { code: 26 } });
    expect(await answerOf(await call("POST", address, { key, body: "Tom" }))).toMatchObject({ status: 415 });
    expect(await ask("PATCH", "")).toMatchObject({ status: 405, body: { code: 0 } });
    expect(await ask("POST", "/Tom", {})).toMatchObject({ status: 405, body: { code: 0 } });
  });
});

describe("PUT /api/v1/recognition/subjects/{subject}", () => {
  it("renames, finding the old name in whatever case", async () => {
    await add("Tom");
    expect(await ask("PUT", "/TOM", "Thomas")).toEqual({ status: 200, body: { updated: true } });
    expect(await list()).toEqual({ subjects: ["Thomas"] });
  });

  it("changes the case of letters alone", async () => {
    await add("tom");
    expect(await ask("PUT", "/tom", { subject: "Tom" })).toEqual({ status: 200, body: { updated: true } });
    expect(await list()).toEqual({ subjects: ["Tom"] });
  });

  it("answers that nothing changed when both names are the same, whether there is such a subject or not", async () => {
    expect(await ask("PUT", "/Tom", { subject: "Tom" })).toEqual({ status: 200, body: { updated: false } });
  });

  it("merges into the subject that has the new name", async () => {
    await add("Tom");
    await add("Thomas");
    expect(await ask("PUT", "/Tom", { subject: "thomas" })).toEqual({ status: 200, body: { updated: true } });
    expect(await list()).toEqual({ subjects: ["Thomas"] });
  });

  it("answers 404 code 42 for an unknown one and 400 for a name that cannot be", async () => {
    expect(await ask("PUT", "/Tom", { subject: "Ann" })).toEqual({
      status: 404,
      body: { message: "Subject Tom not found", code: 42 },
    });
    await add("Tom");
    expect(await ask("PUT", "/Tom", { subject: "a/b" })).toMatchObject({ status: 400, body: { code: 36 } });
    expect(await ask("PUT", "/Tom", {})).toMatchObject({ status: 400, body: { code: 26 } });
    expect(await list()).toEqual({ subjects: ["Tom"] });
  });
});

describe("DELETE /api/v1/recognition/subjects", () => {
  it("removes one and answers its stored spelling", async () => {
    await add("Tom");
    expect(await ask("DELETE", "/tOM/")).toEqual({ status: 200, body: { subject: "Tom" } });
    expect(await ask("DELETE", "/Tom")).toEqual({ status: 404, body: { message: "Subject Tom not found", code: 42 } });
  });

  it("removes all and answers how many there were, with a content type and no body", async () => {
    await add("Tom");
    await add("Ann");
    const headers = { "content-type": "application/json" };
    const response = await call("DELETE", `${address}/`, { key, headers });
    expect(await answerOf(response)).toEqual({ status: 200, body: { deleted: 2 } });
    expect(await ask("DELETE", "")).toEqual({ status: 200, body: { deleted: 0 } });
  });
});

describe("the key of a collection", () => {
  it("opens its own collection only", async () => {
    await add("Tom");
    const other = (await makeService("RECOGNITION")).apiKey;
    expect(await ask("GET", "", undefined, other)).toEqual({ status: 200, body: { subjects: [] } });
    expect(await ask("DELETE", "/Tom", undefined, other)).toMatchObject({ status: 404, body: { code: 42 } });
    expect(await ask("DELETE", "", undefined, other)).toEqual({ status: 200, body: { deleted: 0 } });
    expect(await list()).toEqual({ subjects: ["Tom"] });
  });

  it("answers by the catalogue when it is missing, no UUID, unknown or another service's", async () => {
    expect(await answerOf(await call("GET", address))).toMatchObject({ status: 400, body: { code: 20 } });
    expect(await ask("GET", "", undefined, "x")).toMatchObject({ status: 400, body: { code: 26 } });
    expect(await ask("GET", "", undefined, keys.unknown)).toMatchObject({ status: 404, body: { code: 10 } });
    const detection = (await makeService("DETECTION")).apiKey;
    expect(await ask("GET", "", undefined, detection)).toEqual({
      status: 404,
      body: { message: `Recognition service with API Key ${detection} not found`, code: 10 },
    });
  });

  it("answers 403 in this wire's shape to what a key may not do", async () => {
    const { id } = await makeService("RECOGNITION");
    const [reading, enrolling] = [await makeKey(id, ["read"]), await makeKey(id, ["enrol"])];
    const refused = { status: 403, body: { message: expect.any(String), code: 26 } };
    expect(await ask("POST", "", { subject: "Tom" }, reading)).toEqual(refused);
    expect(await ask("PUT", "/Tom", { subject: "Ann" }, reading)).toEqual(refused);
    expect(await ask("DELETE", "", undefined, enrolling)).toEqual(refused);
    expect(await ask("DELETE", "/Tom", undefined, reading)).toEqual(refused);
    expect(await ask("GET", "", undefined, enrolling)).toEqual(refused);
    expect(await ask("GET", "", undefined, reading)).toMatchObject({ status: 200 });
  });
});
