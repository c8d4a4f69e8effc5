import { prepareModels } from "@/inference/convert/prepare-models";
import { createPipeline, type Pipeline } from "@/inference/pipeline/pipeline";

/** The pipeline as a worker runs it, on one thread, so that times compare. */
export async function createEvalPipeline(modelsDir: string): Promise<Pipeline> {
  await prepareModels(modelsDir);
  return createPipeline({ modelsDir, intraOpThreads: 1 });
}
