import { setEmbeddingModel } from "@/inference/calibration/embedding-model";
import type { LoadedPack } from "@/inference/packs/load-pack";
import { createEngine, type Engine, setEngine } from "@/inference/pipeline/engine";
import { config } from "@/lib/config/env";
import { logger } from "@/lib/observability/logger";
import { exposePool } from "@/lib/observability/metrics";
import { compiledFile } from "./compiled-file";

/** Longest side of a picture in pixels; the pixel limit alone would let a strip of one row through. */
const imageSideMax = 16_384;
const decodeMsMax = 5_000;
/** The answers are out when workers are stopped, so nothing worth waiting for is left in them. */
const stopDrainMs = 3_000;
/** Requests that began before other networks took over are answered by the old ones. */
const replacedDrainMs = 30_000;

/** The workers that answer requests, which can be replaced by those of another model pack. */
export class Serving {
  #pack: LoadedPack;
  #engine: Engine;

  private constructor(pack: LoadedPack, engine: Engine) {
    this.#pack = pack;
    this.#engine = engine;
    this.#announce();
    exposePool(() => this.#engine.stats());
  }

  static async start(pack: LoadedPack): Promise<Serving> {
    return new Serving(pack, await openEngine(pack));
  }

  get pack(): LoadedPack {
    return this.#pack;
  }

  get engine(): Engine {
    return this.#engine;
  }

  /** Has another pack's workers, which are ready, answer from now on. */
  replace(pack: LoadedPack, engine: Engine): void {
    const old = this.#engine;
    this.#pack = pack;
    this.#engine = engine;
    this.#announce();
    old.close({ drainMs: replacedDrainMs }).catch((err: unknown) => logger.warn({ event: "stop", err }));
  }

  async stop(): Promise<void> {
    setEngine(undefined);
    await this.#engine.close({ drainMs: stopDrainMs });
  }

  #announce(): void {
    setEmbeddingModel(this.#pack.model);
    setEngine(this.#engine);
    logger.info({ event: "model_pack", pack: this.#pack.id, model: this.#pack.model.tag });
  }
}

/** Workers with a pack's networks; as many as the configuration says when no number is given. */
export function openEngine({ networks }: LoadedPack, workers?: number): Promise<Engine> {
  const { detectSizeMax, imagePixelsMax, inferenceQueue, inferenceWorkers, modelsDir } = config();
  return createEngine({
    workerFile: compiledFile("worker.mjs"),
    modelsDir,
    decodeLimits: { pixelsMax: imagePixelsMax, sideMax: imageSideMax, timeoutMs: decodeMsMax },
    workers: workers ?? inferenceWorkers ?? undefined,
    queueMax: inferenceQueue ?? undefined,
    searchSideMax: detectSizeMax ?? undefined,
    pack: networks,
    log: logger,
  });
}
