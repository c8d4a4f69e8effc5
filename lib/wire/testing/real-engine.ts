import { afterAll, beforeAll } from "vitest";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { createEngine, type Engine, setEngine } from "@/inference/pipeline/engine";
import { type BundledWorker, bundleWorker } from "@/inference/pool/testing/bundle-worker";

const decodeLimits = { pixelsMax: 40_000_000, sideMax: 16_384, timeoutMs: 120_000 };
/** On a busy machine a photo may take many times as long as a server has for it. */
const taskTimeoutMs = 120_000;

/** Lets the handlers of a test file see with the real networks. */
export function provideRealEngine(): void {
  let bundle: BundledWorker | undefined;
  let engine: Engine | undefined;
  beforeAll(async () => {
    bundle = await bundleWorker("inference/pipeline/worker.ts");
    engine = await createEngine({
      workerFile: bundle.file,
      modelsDir: await testModelsDir(),
      decodeLimits,
      workers: 1,
      taskTimeoutMs,
    });
    setEngine(engine);
  });
  afterAll(async () => {
    setEngine(undefined);
    await engine?.close();
    await bundle?.remove();
  });
}
