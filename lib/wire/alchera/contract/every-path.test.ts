import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as belowAlignedFaces } from "@/app/alignedfaces/[...path]/route";
import { POST as belowFaces } from "@/app/faces/[...path]/route";
import { POST as POST_BASE } from "@/app/k/[key]/[[...path]]/route";
import { POST as belowSimilarity } from "@/app/similarity/[...path]/route";
import { POST as belowVersion } from "@/app/version/[...path]/route";
import { InferenceError } from "@/inference/inference-error";
import { rawZip } from "@/lib/domain/jobs/testing/raw-zip";
import { logger } from "@/lib/observability/logger";
import { readiness } from "@/lib/observability/readiness";
import {
  type AlcheraPath,
  answerSeriesWith,
  failureOf,
  filesForm,
  pictureOf,
  post,
  squareFace,
} from "@/lib/wire/testing/alchera-app";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
beforeEach(() => answerWith(pictureOf(squareFace(0, 0, 100))));
afterEach(() => vi.restoreAllMocks());

const file = new Uint8Array([0xff, 0xd8, 0xff]);
const zip = rawZip(["1.png", "2.png", "3.png", "4.png"].map((name) => ({ name, content: file })));
const pair = () => filesForm({ image_a: file, image_b: file });

/** What each path takes, and the return code of the step that its engine runs. */
const calls = {
  faces: { key: keys.detection, body: () => file, step: "INF-11" },
  alignedfaces: { key: keys.detection, body: () => file, step: "INF-11" },
  similarity: { key: keys.verification, body: pair, step: "INF-12" },
  "similarity/v2": { key: keys.verification, body: pair, step: "INF-12" },
  "liveness/multiframe": { key: keys.liveness, body: () => filesForm({ images: zip }), step: "INF-19" },
} as const satisfies Record<AlcheraPath, { key: string; body: () => BodyInit; step: string }>;
const paths = Object.keys(calls) as AlcheraPath[];

const call = (path: AlcheraPath, key: string | null = calls[path].key) => post(path, { key, body: calls[path].body() });

/** Lets the engine answer so to pictures and to series. */
function engineAnswers(answer: "busy" | "timeout" | "worker_lost" | Error): void {
  answerWith(answer);
  answerSeriesWith(answer);
}

describe.each(paths)("POST /%s", (path) => {
  it.each([null, "no-uuid", keys.unknown, keys.quality, keys.recognition])("answers 401 to the key %s", async (key) => {
    expect(await failureOf(call(path, key))).toEqual([401, "INF-25"]);
    expect(asked).toEqual([]);
  });

  it("answers 503 with the time to wait when the queue is full", async () => {
    engineAnswers(new InferenceError("busy", "queue full", { retryAfterS: 7 }));
    const response = await call(path);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await failureOf(Promise.resolve(response))).toEqual([503, "INF-08"]);
  });

  it("answers 503 when the workers are gone and while the server starts", async () => {
    engineAnswers("worker_lost");
    expect(await failureOf(call(path))).toEqual([503, "INF-08"]);
    vi.spyOn(readiness, "status").mockReturnValue("starting");
    expect(await failureOf(call(path))).toEqual([503, "INF-08"]);
  });

  it("names the step that took too long or failed, and tells the reason to the log alone", async () => {
    const log = vi.spyOn(logger, "error").mockReturnValue();
    engineAnswers("timeout");
    expect(await failureOf(call(path))).toEqual([503, calls[path].step]);
    engineAnswers(new Error("secret of the inside"));
    const response = await call(path);
    expect(await response.clone().text()).not.toContain("secret");
    expect(await failureOf(Promise.resolve(response))).toEqual([500, calls[path].step]);
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ cause: expect.stringContaining("secret of the inside") }),
    );
  });
});

it.each([
  ["/faces/v2", belowFaces],
  ["/alignedfaces/v2", belowAlignedFaces],
  ["/similarity/v3", belowSimilarity],
  ["/version/v2", belowVersion],
])("answers 404 in its own form at %s, which the vendor does not have", async (path, handler) => {
  const request = new Request(`http://localhost:8000${path}`, { method: "POST", body: file });
  expect(await failureOf(handler(request))).toEqual([404, "INF-02"]);
});

it("answers behind a base address with the key of a service that allows it", async () => {
  const at = (key: string) =>
    POST_BASE(new Request(`http://localhost:8000/k/${key}/faces?detectcount=1`, { method: "POST", body: file }));
  expect(await (await at(keys.detectionOpen)).json()).toMatchObject({ count: 1 });
  expect(await failureOf(at(keys.detection))).toEqual([401, "INF-25"]);
});
