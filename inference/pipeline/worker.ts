import { workerData } from "node:worker_threads";
import { decodeImage } from "@/inference/image/decode";
import { drawThumbnail } from "@/inference/image/draw-thumbnail";
import { keepPicture } from "@/inference/image/keep-picture";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { SeriesVerdict } from "@/inference/liveness/series-verdict";
import { serveTasks } from "@/inference/pool/serve-tasks";
import { yieldToServer } from "@/inference/pool/thread-priority";
import type { Analysis } from "./analysis";
import { checkGolden } from "./check-golden";
import type { AnalyzeTask, SeriesTask, WorkerSettings, WorkerTask } from "./engine";
import { encodeGoldenPicture, goldenOptions } from "./golden-picture";
import { createPipeline, type Pipeline } from "./pipeline";

const { decodeLimits, ...settings }: WorkerSettings = workerData;

await serveTasks<WorkerTask, Analysis | SeriesVerdict>(async () => {
  // Before the networks load, so that threads of the runtime inherit it.
  yieldToServer();
  const pipeline = await createPipeline(settings);
  checkGolden(await analyze(pipeline, { bytes: await encodeGoldenPicture(), options: goldenOptions }));
  return (task) => ("series" in task ? judge(pipeline, task) : analyze(pipeline, task));
});

/** The owner adds the time in the queue; a worker does not know it. */
async function analyze(pipeline: Pipeline, { bytes, options }: AnalyzeTask): Promise<Analysis> {
  const startMs = performance.now();
  const image = await decodeImage(bytes, decodeLimits);
  const decode = performance.now() - startMs;
  const { detectMs, ...analysis } = await pipeline.analyze(image, options);
  const [face, ...others] = analysis.faces;
  const isKept = options.picture && face !== undefined && others.length === 0;
  const picture = isKept && { ...(await keepPicture(bytes, image)), thumbnail: await drawThumbnail(image, face.box) };
  return { ...analysis, timingsMs: { queue: 0, decode, detect: detectMs }, ...(picture && { picture }) };
}

async function judge(pipeline: Pipeline, { series }: SeriesTask): Promise<SeriesVerdict> {
  const images: RgbImage[] = [];
  for (const bytes of series) images.push(await decodeImage(bytes, decodeLimits));
  const isSameFile = series.every((bytes) => Buffer.compare(bytes, series[0] as Uint8Array) === 0);
  return pipeline.judgeSeries(images, isSameFile);
}
