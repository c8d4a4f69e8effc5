import { beforeAll, describe, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { answerOf, call } from "@/lib/wire/testing/compreface-app";
import { keys, makeReady } from "@/lib/wire/testing/harness";
import { directionOf } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));
vi.mock("@/inference/calibration/similarity", () => import("@/lib/wire/testing/plain-similarity"));

const { numbers } = embeddingModel;
const [ahead, aside, across] = [0, 60, 90].map((degrees) => [...directionOf(degrees, numbers)]);
const address = "verification/embeddings/verify";

beforeAll(makeReady);

const post = async (json: unknown) => answerOf(await call("POST", address, { key: keys.verification, json }));

describe("POST /api/v1/verification/embeddings/verify", () => {
  it("answers the targets as they came, the most similar first", async () => {
    const answer = await post({ source: ahead, targets: [across, ahead, aside], more: "ignored" });
    const result = [
      { embedding: ahead, similarity: 1 },
      { embedding: aside, similarity: 0.75 },
      { embedding: across, similarity: 0.5 },
    ];
    expect(answer).toEqual({ status: 200, body: { result } });
  });

  it("compares directions, whatever the lengths", async () => {
    const { body } = await post({ source: ahead?.map((x) => x * 1000), targets: [aside?.map((x) => x / 1000)] });
    expect(body).toMatchObject({ result: [{ similarity: 0.75 }] });
  });

  it.each([
    [{ targets: [ahead] }, "source"],
    [{ source: null, targets: [ahead] }, "source"],
    [{ source: [], targets: [ahead] }, "source"],
    [{ source: ahead }, "targets"],
    [{ source: ahead, targets: [] }, "targets"],
    [[], "source"],
    ["text", "source"],
  ])("answers 400 code 5 without one of them", async (json, name) => {
    expect(await post(json)).toEqual({ status: 400, body: { message: `Field ${name} cannot be empty`, code: 5 } });
  });

  it.each([
    ["numbers too few", { source: [1], targets: [ahead] }, `An embedding should have ${numbers} numbers but has 1`],
    ["numbers too many", { source: ahead, targets: [[...(ahead ?? []), 1]] }, /^An embedding should have/],
    ["zeros only", { source: ahead?.map(() => 0), targets: [ahead] }, /zeros/],
    ["numbers too great to add", { source: ahead?.map(() => 1e308), targets: [ahead] }, /finite/],
    ["texts", { source: ahead?.map(String), targets: [ahead] }, "source should hold numbers only"],
    ["an object", { source: { 0: 1 }, targets: [ahead] }, "source should hold numbers only"],
    ["one embedding for a list", { source: ahead, targets: [1, 2] }, "targets should be a list of embeddings"],
    ["no list", { source: ahead, targets: 7 }, "targets should be a list of embeddings"],
    ["more targets than can be parsed quickly", { source: ahead, targets: Array(101).fill([1]) }, /at most 100/],
  ])("answers 400 code 26 to %s", async (_what, json, message) => {
    const body = { message: message instanceof RegExp ? expect.stringMatching(message) : message, code: 26 };
    expect(await post(json)).toEqual({ status: 400, body });
  });

  it("answers 413 to a body that would keep the server busy with reading", async () => {
    const answer = await post({ source: ahead, targets: [ahead], more: "x".repeat(2 * 1024 * 1024) });
    expect(answer).toMatchObject({ status: 413, body: { code: 26 } });
  });

  it("answers JSON to a broken body, another content type, another method and another service's key", async () => {
    const { verification: key } = keys;
    const json = { "content-type": "application/json" };
    const ask = async (method: string, how: Parameters<typeof call>[2]) => answerOf(await call(method, address, how));
    expect(await ask("POST", { key, body: '{"source":', headers: json })).toMatchObject({
      status: 400,
      body: { code: 26 },
    });
    expect(await ask("POST", { key, body: "{}" })).toMatchObject({ status: 415, body: { code: 26 } });
    expect(await ask("PUT", { key })).toMatchObject({ status: 405, body: { code: 0 } });
    expect(await ask("POST", { key: keys.recognition, json: {} })).toMatchObject({ status: 404, body: { code: 10 } });
  });
});
