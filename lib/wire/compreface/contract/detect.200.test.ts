import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/detection/detect/route";
import { golden } from "@/lib/wire/testing/compreface-app";
import { compact } from "@/lib/wire/testing/golden";
import { answerWith, asked, counted, detectRequest, form, jsonOf, keys, makeReady } from "@/lib/wire/testing/harness";
import { analysisWith, analysisWithQuality, fullAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

const json = JSON.stringify({ file: Buffer.from([0xff, 0xd8, 0xff]).toString("base64"), detection: "ignored" });

beforeAll(makeReady);

describe("POST /api/v1/detection/detect answers 200", () => {
  it("with the boxes alone when nothing else is asked for", async () => {
    answerWith(analysisWith());
    const response = await POST(detectRequest({ body: form() }));
    expect(response.status).toBe(200);
    expect(compact(await response.text())).toBe(await golden("detect-box"));
    expect(asked[0]?.options).toEqual({ features: [] });
  });

  it.each([
    ["classic", keys.detection],
    ["1.x", keys.detectionV1],
  ])("in the %s format as the golden file, members in the same order", async (format, key) => {
    answerWith(fullAnalysis);
    const query = "?face_plugins=age,gender,mask,pose,calculator,landmarks&status=true";
    const response = await POST(detectRequest({ body: form(), query, key }));
    expect(response.status).toBe(200);
    expect(compact(await response.text())).toBe(await golden(`detect-full-${format}`));
  });

  it("to a picture in base64 JSON as to one in a form", async () => {
    answerWith(analysisWith());
    const response = await POST(detectRequest({ body: json, type: "application/json; charset=UTF-8" }));
    expect(response.status).toBe(200);
    expect(compact(await response.text())).toBe(await golden("detect-box"));
    expect([...(asked[0]?.bytes ?? [])]).toEqual([0xff, 0xd8, 0xff]);
  });

  it("with 106 points under the key of the five when both are asked for", async () => {
    answerWith(analysisWith("landmarks106"));
    const response = await POST(detectRequest({ body: form(), query: "?face_plugins=landmarks,landmarks2d106" }));
    expect(asked[0]?.options.features).toEqual(["landmarks106"]);
    const { result } = (await jsonOf(response)) as { result: { landmarks: number[][] }[] };
    expect(result[0]?.landmarks).toHaveLength(106);
    expect(result[0]?.landmarks[1]).toEqual([1, 2]);
  });

  it("with what the picture lacks by the service's profile when quality is asked for", async () => {
    answerWith(analysisWithQuality);
    const response = await POST(detectRequest({ body: form(), query: "?face_plugins=quality&status=true" }));
    expect(compact(await response.text())).toBe(await golden("detect-quality"));
    expect(asked[0]?.options.features).toEqual([]);
    expect(asked[0]?.options.quality).toEqual(expect.arrayContaining(["unified", "sharpness", "yaw"]));
    expect(asked[0]?.options.quality).not.toContain("backgroundUniformity");
  });

  it("with headers that keep it out of caches and tell the request's id", async () => {
    answerWith(analysisWith());
    const request = detectRequest({ body: form() });
    request.headers.set("x-request-id", "client-7_a");
    const { headers } = await POST(request);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-request-id")).toBe("client-7_a");
    expect(headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS, PUT, DELETE");
  });

  it("indented, as people read it in a terminal", async () => {
    answerWith(analysisWith());
    const text = await (await POST(detectRequest({ body: form() }))).text();
    expect(text).toMatch(/^{\n {2}"result": \[\n/);
  });

  it("and counts the request for its service", async () => {
    answerWith(analysisWith());
    await POST(detectRequest({ body: form() }));
    expect(counted).toEqual(["service-DETECTION"]);
  });
});
