import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { answerWith, asked, detectRequest, form, jsonOf, keys, makeReady } from "@/lib/wire/testing/harness";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(fullAnalysis));

async function optionsOf(query: string, parts: Record<string, string> = {}, key: string = keys.detection) {
  const response = await POST(detectRequest({ query, key, body: form(parts) }));
  expect(response.status).toBe(200);
  return asked[0]?.options;
}

describe("parameters of detection", () => {
  it.each([
    ["separated by commas", "?face_plugins=age,gender"],
    ["separated by commas and blanks", "?face_plugins=age,%20gender"],
    ["separated by blanks", "?face_plugins=age+gender"],
    ["in a repeated parameter", "?face_plugins=age&face_plugins=gender"],
    ["beside unknown ones", "?face_plugins=age,detector,shoe,toString,gender"],
  ])("takes plugins %s", async (_how, query) => {
    expect(await optionsOf(query)).toEqual({ features: ["age", "gender"] });
  });

  it("takes every plugin by the vendor's name", async () => {
    const options = await optionsOf("?face_plugins=landmarks,age,gender,mask,pose,calculator");
    expect(options?.features).toEqual(["landmarks5", "age", "gender", "mask", "pose", "embedding"]);
  });

  it("takes parameters from text parts of the form", async () => {
    const options = await optionsOf("", { limit: "2", det_prob_threshold: "0.5", face_plugins: "pose" });
    expect(options).toEqual({ features: ["pose"], facesMax: 2, probabilityMin: 0.5 });
  });

  it("prefers the query to the form", async () => {
    expect(await optionsOf("?limit=1", { limit: "2" })).toEqual({ features: [], facesMax: 1 });
  });

  it("takes empty values as not given", async () => {
    expect(await optionsOf("?limit=&det_prob_threshold=&status=&face_plugins=")).toEqual({ features: [] });
  });

  it("ignores an empty first pair and takes limit 0 as no limit", async () => {
    expect(await optionsOf("?&limit=0")).toEqual({ features: [] });
  });

  it("understands a query whose pairs are joined by question marks", async () => {
    expect(await optionsOf("?det_prob_threshold=0.8?face_plugins=age")).toEqual({
      features: ["age"],
      probabilityMin: 0.8,
    });
  });

  it.each(["0", "1", "0.85", ".5", "1e-1"])("takes the threshold %s", async (text) => {
    expect((await optionsOf(`?det_prob_threshold=${text}`))?.probabilityMin).toBe(Number(text));
  });

  it("falls back to the threshold of the service, and a given one wins", async () => {
    expect((await optionsOf("", {}, keys.detectionStrict))?.probabilityMin).toBe(0.95);
    answerWith(fullAnalysis);
    expect((await optionsOf("?det_prob_threshold=0", {}, keys.detectionStrict))?.probabilityMin).toBe(0);
  });

  it.each(["true", "True", "TRUE", "on", "yes", "1"])("reports times and versions for status=%s", async (word) => {
    const response = await POST(detectRequest({ body: form(), query: `?status=${word}` }));
    const body = await jsonOf(response);
    expect(body).toHaveProperty("plugins_versions.detector", "detector-3");
    expect(body).toHaveProperty("result.0.execution_time.detector", 11);
  });

  it.each(["false", "False", "off", "no", "0"])("leaves them out for status=%s", async (word) => {
    const response = await POST(detectRequest({ body: form(), query: `?status=${word}` }));
    const body = await jsonOf(response);
    expect(body).not.toHaveProperty("plugins_versions");
    expect(body).not.toHaveProperty("result.0.execution_time");
  });
});
