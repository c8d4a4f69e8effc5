import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { InferenceError } from "@/inference/inference-error";
import { getEngine, setEngine } from "@/inference/pipeline/engine";
import { wireRoutes } from "./base-url";
import { answerWith, keys, makeReady } from "./testing/harness";
import { fullAnalysis } from "./testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("./testing/harness"));
vi.mock("@/lib/domain/model-packs/service", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  isMoveUnderWay: async () => false,
}));

const imageId = "00000000-0000-4000-8000-000000000001";

/** Every operation that has the engine look at pictures, and a key that opens it. */
const operations: readonly (readonly [path: string, key: string])[] = [
  ["/api/v1/detection/detect", keys.detection],
  ["/api/v1/recognition/faces", keys.recognition],
  ["/api/v1/recognition/recognize", keys.recognition],
  [`/api/v1/recognition/faces/${imageId}/verify`, keys.recognition],
  ["/api/v1/verification/verify", keys.verification],
  ["/api/v1/quality/assess", keys.quality],
  ["/api/v1/liveness/check", keys.liveness],
  ["/NFFS-FIQA/v1/predict", keys.quality],
  ["/quality/face/stateless", keys.quality],
  ["/faces", keys.detection],
  ["/alignedfaces", keys.detection],
  ["/similarity/v2", keys.verification],
  ["/liveness/multiframe", keys.liveness],
  ["/age-estimator/process/sample", keys.detection],
  ["/body-detector/process/image", keys.detection],
];

beforeAll(makeReady);
beforeEach(() => {
  answerWith(fullAnalysis);
  const requireRoom = () => {
    throw new InferenceError("busy", "queue full", { retryAfterS: 7 });
  };
  setEngine({ ...getEngine(), requireRoom });
});

function handlersAt(path: string) {
  const patterns = [path, path.replace(imageId, "{image_id}"), "/{imageService}/process/{input}"];
  const known = patterns.find((pattern) => wireRoutes.has(pattern)) ?? "";
  const handlers = wireRoutes.get(known);
  if (handlers === undefined) throw new Error(`${path} is no path of a wire`);
  return handlers;
}

it.each(operations)("%s refuses while the queue is full, before the body has arrived", async (path, key) => {
  const body = new ReadableStream();
  const headers = { "x-api-key": key, "content-type": "multipart/form-data; boundary=b" };
  const init = { method: "POST", headers, body, duplex: "half" };
  const response = await handlersAt(path).POST(new Request(`http://localhost${path}`, init));
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("7");
  expect(response.headers.get("content-type")).toMatch(/^application\/(problem\+)?json/);
});
