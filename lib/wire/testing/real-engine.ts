import { decodeImage } from "@/inference/image/decode";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { type Engine, setEngine } from "@/inference/pipeline/engine";
import { createPipeline } from "@/inference/pipeline/pipeline";

const decodeLimits = { pixelsMax: 40_000_000, sideMax: 16_384, timeoutMs: 10_000 };

/** Puts the real networks in the place of the engine, in this thread. */
export async function answerWithNetworks(): Promise<void> {
  const pipeline = await createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1 });
  const analyze: Engine["analyze"] = async (bytes, options) => {
    const { detectMs, ...analysis } = await pipeline.analyze(await decodeImage(bytes, decodeLimits), options);
    return { ...analysis, timingsMs: { queue: 0, decode: 0, detect: detectMs } };
  };
  const stats = () => ({ workers: 1, busy: 0, queued: 0, restarts: 0, completed: 0 });
  setEngine({ analyze, judgeSeries: () => Promise.reject(new Error("no series here")), stats, close: async () => {} });
}
