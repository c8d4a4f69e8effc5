import { afterAll, beforeAll, expect, test } from "vitest";
import { type BundledWorker, bundleWorker } from "@/inference/pool/testing/bundle-worker";
import { createEngine, type Engine, getEngine, setEngine } from "./engine";

let bundle: BundledWorker;
let engine: Engine;

beforeAll(async () => {
  bundle = await bundleWorker("inference/pipeline/testing/stub-worker.ts");
  const decodeLimits = { pixelsMax: 1_000_000, sideMax: 10_000, timeoutMs: 5_000 };
  engine = await createEngine({ workerFile: bundle.file, modelsDir: "none", decodeLimits });
});
afterAll(async () => {
  await engine.close();
  await bundle.remove();
});

test("moves the bytes of a whole buffer to a worker and adds the time they waited", async () => {
  const bytes = new Uint8Array(50_000);
  const analysis = await engine.analyze(bytes, { features: [] });
  expect(analysis).toMatchObject({ width: 50_000, faces: [], timingsMs: { decode: 1, detect: 2 } });
  expect(analysis.timingsMs.queue).toBeGreaterThanOrEqual(0);
  expect(bytes.length).toBe(0);
});

test("sends exactly the bytes of a small Buffer, which shares its memory with others", async () => {
  await expect(engine.analyze(Buffer.from("face"), { features: [] })).resolves.toMatchObject({ width: 4 });
});

test("brings embeddings back as typed arrays", async () => {
  const { faces } = await engine.analyze(Buffer.from("face"), { features: ["embedding"] });
  expect(faces[0]?.embedding).toEqual(new Float32Array([0.6, 0.8]));
});

test("tells what is wrong with a picture in the engine's own error", async () => {
  const refused = engine.analyze(new Uint8Array(0), { features: [] });
  await expect(refused).rejects.toMatchObject({ name: "InferenceError", code: "image_unreadable" });
});

test("gives networks one thread in each worker unless told otherwise", async () => {
  await expect(engine.analyze(Buffer.from("face"), { features: [] })).resolves.toMatchObject({ height: 1 });
});

test("finds the engine that was set, and says so when there is none", () => {
  expect(getEngine).toThrow(expect.objectContaining({ code: "worker_lost" }));
  setEngine(engine);
  expect(getEngine()).toBe(engine);
  setEngine(undefined);
  expect(getEngine).toThrow("have not started");
});
