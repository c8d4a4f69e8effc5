import { copyFile, mkdtemp, open, readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { modelFileName, networkIds } from "@/inference/models/registry";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { type BundledWorker, bundleWorker } from "@/inference/pool/testing/bundle-worker";
import { drawGoldenFace } from "./draw-golden-face";
import { createEngine, type Engine } from "./engine";
import { encodeGoldenPicture } from "./golden-picture";

const photo = "node_modules/@vladmandic/face-api/demo/sample1.jpg";
const decodeLimits = { pixelsMax: 40_000_000, sideMax: 16_384, timeoutMs: 120_000 };
/** On a busy machine a photo may take many times as long as a server has for it. */
const taskTimeoutMs = 120_000;
let bundle: BundledWorker;
let engine: Engine;

beforeAll(async () => {
  bundle = await bundleWorker("inference/pipeline/worker.ts");
  const modelsDir = await testModelsDir();
  engine = await createEngine({ workerFile: bundle.file, modelsDir, decodeLimits, workers: 1, taskTimeoutMs });
});
afterAll(async () => {
  await engine?.close();
  await bundle?.remove();
});

test("boots on the real networks, sees in the golden picture what was recorded, and finds the faces of a photo", async () => {
  const { faces, width, timingsMs, versions } = await engine.analyze(await readFile(photo), {
    features: ["embedding"],
  });
  expect(faces.length).toBeGreaterThan(0);
  expect(faces[0]?.embedding).toBeInstanceOf(Float32Array);
  expect(width).toBeGreaterThan(0);
  expect(timingsMs.decode).toBeGreaterThan(0);
  expect(versions.detector).toMatch(/blazeface/);
});

test("hands out what may be kept of a picture with one face, and nothing of one with two", async () => {
  const { data, width, height } = drawGoldenFace(256);
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
  const options = { features: [], picture: true } as const;
  const { faces, picture } = await engine.analyze(Uint8Array.from(bytes), options);
  expect(faces).toHaveLength(1);
  expect(picture).toMatchObject({ mediaType: "image/jpeg", bytes: Uint8Array.from(bytes) });
  const thumbnail = await sharp(picture?.thumbnail).metadata();
  expect(thumbnail).toMatchObject({ format: "jpeg", width: 160, height: 160 });
  expect(await engine.analyze(bytes, { features: [] })).not.toHaveProperty("picture");
  const golden = await engine.analyze(await encodeGoldenPicture(), options);
  expect(golden.faces).toHaveLength(2);
  expect(golden).not.toHaveProperty("picture");
});

test("judges a series: one file sent twice shows one person, and never passes for a living one", async () => {
  const bytes = await readFile(photo);
  const verdict = await engine.judgeSeries([Uint8Array.from(bytes), Uint8Array.from(bytes)]);
  expect(verdict).toMatchObject({ isSamePerson: true, isSamePicture: true, faceless: [] });
  expect(verdict.probability).toBeLessThanOrEqual(0.2);
});

test("outlives tasks that take too long while their networks run", async () => {
  const modelsDir = await testModelsDir();
  const hurried = await createEngine({
    workerFile: bundle.file,
    modelsDir,
    decodeLimits,
    workers: 1,
    // Below what the fastest machine takes for the photo.
    taskTimeoutMs: 60,
  });
  for (const restarts of [0, 1, 2]) {
    await vi.waitUntil(() => hurried.stats().workers === 1, { timeout: 120_000 });
    expect(hurried.stats().restarts).toBe(restarts);
    const late = hurried.analyze(await readFile(photo), { features: ["embedding", "age"], quality: ["unified"] });
    await expect(late).rejects.toMatchObject({ code: "timeout" });
  }
  await hurried.close();
});

test("refuses what is no picture and keeps its worker", async () => {
  const refused = engine.analyze(Buffer.from("not a picture"), { features: [] });
  await expect(refused).rejects.toMatchObject({ code: "image_unsupported" });
  expect(engine.stats()).toMatchObject({ workers: 1, restarts: 0 });
});

test("does not start without its networks, and names what is missing", async () => {
  const started = createEngine({ workerFile: bundle.file, modelsDir: "no/such/folder", decodeLimits, workers: 1 });
  await expect(started).rejects.toThrow(/no.such.folder/);
});

test("does not start with a network whose weights load but are wrong", async () => {
  const modelsDir = await mkdtemp(path.join(os.tmpdir(), "mien-models-"));
  try {
    const source = await testModelsDir();
    // Not all that lies there: another process may be converting beside them.
    for (const name of networkIds.map(modelFileName))
      await copyFile(path.join(source, name), path.join(modelsDir, name));
    await wipeMiddle(path.join(modelsDir, modelFileName("recognition")));
    const started = createEngine({ workerFile: bundle.file, modelsDir, decodeLimits, workers: 1 });
    await expect(started).rejects.toMatchObject({ code: "model_corrupt", message: /embedding/ });
  } finally {
    await rm(modelsDir, { recursive: true });
  }
});

/** Well inside the weights of one layer, so that the file can still be parsed. */
const wipedBytes = 200_000;

async function wipeMiddle(file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, "r+");
  await handle.write(Buffer.alloc(wipedBytes), 0, wipedBytes, Math.floor(size / 2));
  await handle.close();
}
