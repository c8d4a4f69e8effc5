import { workerData } from "node:worker_threads";
import { decodeImage } from "@/inference/image/decode";
import { drawThumbnail } from "@/inference/image/draw-thumbnail";
import { keepPicture } from "@/inference/image/keep-picture";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { SeriesVerdict } from "@/inference/liveness/series-verdict";
import { serveTasks } from "@/inference/pool/serve-tasks";
import { yieldToServer } from "@/inference/pool/thread-priority";
import { createSessionStore } from "@/inference/runtime/session-store";
import type { Analysis } from "./analysis";
import { checkGolden } from "./check-golden";
import type { AnalyzeTask, SeriesTask, WorkerSettings, WorkerTask } from "./engine";
import { encodeGoldenPicture, goldenOptions } from "./golden-picture";
import { createPipeline, type Pipeline } from "./pipeline";

const { decodeLimits, pack, ...settings }: WorkerSettings = workerData;

await serveTasks<WorkerTask, Analysis | SeriesVerdict>(async () => {
  // Before the networks load, so that threads of the runtime inherit it.
  yieldToServer();
  const sessions = createSessionStore(settings.modelsDir, settings.intraOpThreads);
  const standard = await createPipeline(settings, sessions);
  checkGolden(await analyze(standard, { bytes: await encodeGoldenPicture(), options: goldenOptions }));
  const pipeline = pack ? await createPipeline({ ...settings, pack }, sessions) : standard;
  if (pack) await tryOut(pipeline);
  return (task) => ("series" in task ? judge(pipeline, task) : analyze(pipeline, task));
});

/** Nothing is recorded of a pack's networks, but each must run and give what its decoder reads. */
async function tryOut(pipeline: Pipeline): Promise<void> {
  const bytes = await encodeGoldenPicture();
  await analyze(pipeline, { bytes, options: { features: [] } });
  await analyze(pipeline, { bytes, options: { features: ["embedding", "liveness"], wholeImage: true } });
}

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
