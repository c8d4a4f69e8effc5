import { workerData } from "node:worker_threads";
import { InferenceError } from "@/inference/inference-error";
import type { Analysis } from "@/inference/pipeline/analysis";
import type { AnalyzeTask, WorkerSettings } from "@/inference/pipeline/engine";
import { serveTasks } from "@/inference/pool/serve-tasks";

const settings: WorkerSettings = workerData;

/** Stands for the pipeline where networks are not the subject: the width tells the number of bytes that arrived. */
await serveTasks<AnalyzeTask, Analysis>(async () => async ({ bytes, options }) => {
  if (bytes.length === 0) throw new InferenceError("image_unreadable", "The image is empty.");
  return {
    width: bytes.length,
    height: settings.intraOpThreads,
    faces: options.features.includes("embedding") ? [face()] : [],
    timingsMs: { queue: -1, decode: 1, detect: 2 },
    versions: { detector: "stub-1" },
  };
});

function face() {
  const box = { xMin: 0, yMin: 0, xMax: 1, yMax: 1, probability: 0.9 };
  return { box, embedding: new Float32Array([0.6, 0.8]), timingsMs: {} };
}
