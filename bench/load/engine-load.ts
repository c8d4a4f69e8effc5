import { readFile } from "node:fs/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { summarizeMs } from "@/bench/percentile";
import { printLine } from "@/bench/print-line";
import { createEngine, type Engine } from "@/inference/pipeline/engine";
import { bundleWorker } from "@/inference/pool/testing/bundle-worker";

const samplingMs = 1;

const { values } = parseArgs({
  options: {
    models: { type: "string", default: "data/models" },
    image: { type: "string", default: "node_modules/@vladmandic/face-api/demo/sample1.jpg" },
    inFlight: { type: "string", default: "8" },
    seconds: { type: "string", default: "20" },
  },
});

const decodeLimits = { pixelsMax: 40_000_000, sideMax: 20_000, timeoutMs: 5_000 };
const worker = await bundleWorker("inference/pipeline/worker.ts");
const startMs = performance.now();
const engine = await createEngine({ workerFile: worker.file, modelsDir: values.models, decodeLimits });
const bootMs = Math.round(performance.now() - startMs);
const idle = await measure(async () => new Promise((resolve) => setTimeout(resolve, 2_000)));
const image = await readFile(values.image);
const latenciesMs: number[] = [];
const loaded = await measure(() => keepBusy(engine, Number(values.inFlight), Number(values.seconds)));
const perSecond = Number((latenciesMs.length / Number(values.seconds)).toFixed(1));
const report = { bootMs, ...engine.stats(), perSecond, ms: summarizeMs(latenciesMs), loopDelayMs: { idle, loaded } };
printLine(JSON.stringify(report, null, 2));
await engine.close();
await worker.remove();

async function keepBusy(busy: Engine, inFlight: number, seconds: number): Promise<void> {
  const endsAtMs = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < endsAtMs) {
      const sentMs = performance.now();
      await busy.analyze(Uint8Array.from(image), { features: [] });
      latenciesMs.push(performance.now() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, client));
}

/** Event-loop delay of this process meanwhile, in milliseconds beyond the sampling interval. */
async function measure(work: () => Promise<unknown>) {
  const histogram = monitorEventLoopDelay({ resolution: samplingMs });
  histogram.enable();
  await work();
  histogram.disable();
  const beyond = (nanoseconds: number) => Number((nanoseconds / 1e6 - samplingMs).toFixed(1));
  return { p50: beyond(histogram.percentile(50)), p99: beyond(histogram.percentile(99)), max: beyond(histogram.max) };
}
