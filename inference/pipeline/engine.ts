import type { DecodeLimits } from "@/inference/image/decode-limits";
import { InferenceError } from "@/inference/inference-error";
import type { SeriesVerdict } from "@/inference/liveness/series-verdict";
import type { PackNetworks } from "@/inference/packs/pack-networks";
import { readAllowedCores } from "@/inference/pool/cpu-quota";
import type { PoolLog } from "@/inference/pool/pool-log";
import { ownBytes } from "@/inference/pool/transfer";
import { type PoolStats, WorkerPool } from "@/inference/pool/worker-pool";
import type { Analysis, AnalyzeOptions } from "./analysis";

/** Cloned into every worker as its `workerData`. */
export interface WorkerSettings {
  readonly modelsDir: string;
  readonly intraOpThreads: number;
  readonly searchSideMax: number | undefined;
  readonly decodeLimits: DecodeLimits;
  readonly pack: PackNetworks | undefined;
}

/** One request as a worker gets it. */
export interface AnalyzeTask {
  readonly bytes: Uint8Array;
  readonly options: AnalyzeOptions;
}

/** A series of pictures as a worker gets it. */
export interface SeriesTask {
  readonly series: readonly Uint8Array[];
}

/** Everything a worker is asked for. */
export type WorkerTask = AnalyzeTask | SeriesTask;

export interface EngineOptions {
  /** Path of the compiled `inference/pipeline/worker.ts`. */
  readonly workerFile: string;
  /** Folder of the converted networks, already verified. */
  readonly modelsDir: string;
  readonly decodeLimits: DecodeLimits;
  /** Checked networks in place of the standard ones; absent = the standard pack. */
  readonly pack?: PackNetworks | undefined;
  /** Absent = the cores that affinity and cgroup quota allow. */
  readonly workers?: number | undefined;
  /** Threads inside one network run; absent = 1, since the workers already use all cores. */
  readonly intraOpThreads?: number | undefined;
  /** Longest side in pixels at which pictures are searched for faces; absent = what finds most. */
  readonly searchSideMax?: number | undefined;
  /** Requests that may wait; absent = 8 for each worker. */
  readonly queueMax?: number | undefined;
  /** For decoding and analysis together, without the wait; absent = 15 s. */
  readonly taskTimeoutMs?: number | undefined;
  readonly log?: PoolLog | undefined;
}

/** The typed client of the inference workers. */
export interface Engine {
  /**
   * Decodes and analyses one picture in a worker. The bytes move there: unless they are a view of a larger buffer,
   * they are empty for the caller once the work has begun.
   *
   * @throws InferenceError `image_*` for what cannot be read; `busy` at once, with `retryAfterS`, when the queue is full;
   *   `timeout`; `worker_lost`. An aborted `signal` rejects with its reason.
   */
  analyze(bytes: Uint8Array, options: AnalyzeOptions, signal?: AbortSignal): Promise<Analysis>;
  /**
   * Judges whether two to four pictures show one living person, in one worker. Bytes move as in `analyze`, and the same
   * errors are thrown, the first picture that cannot be read deciding.
   */
  judgeSeries(pictures: readonly Uint8Array[], signal?: AbortSignal): Promise<SeriesVerdict>;
  /**
   * Tells before a picture is received whether it would be taken now; keeps no place for it.
   *
   * @throws InferenceError `busy`, with `retryAfterS`, when the queue is full; `worker_lost`
   */
  requireRoom(): void;
  stats(): PoolStats;
  /** Refuses new pictures, finishes the accepted ones for up to `drainMs` (absent = 15 s), then ends the workers. */
  close(options?: { readonly drainMs?: number }): Promise<void>;
}

/** Starts the workers; resolves when all have their networks loaded and checked. Rejects with the reason when one cannot. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { workerFile, modelsDir, decodeLimits, searchSideMax, intraOpThreads = 1, pack } = options;
  const workers = options.workers ?? readAllowedCores();
  const workerData: WorkerSettings = { modelsDir, decodeLimits, searchSideMax, intraOpThreads, pack };
  const pool = await WorkerPool.start({
    workerFile,
    workerData,
    workers,
    queueMax: options.queueMax ?? 8 * workers,
    taskTimeoutMs: options.taskTimeoutMs ?? 15_000,
    ...(options.log && { log: options.log }),
  });
  return {
    analyze: (bytes, wishes, signal) => analyze(pool, { bytes: ownBytes(bytes), options: wishes }, signal),
    judgeSeries: async (pictures, signal) => {
      const series = pictures.map(ownBytes);
      const transferList = series.map((bytes) => bytes.buffer as ArrayBuffer);
      const input: SeriesTask = { series };
      const { result } = await pool.run({ input, transferList, ...(signal && { signal }) });
      return result as SeriesVerdict;
    },
    requireRoom: () => pool.requireRoom(),
    stats: () => pool.stats(),
    close: ({ drainMs = 15_000 } = {}) => pool.close({ drainMs }),
  };
}

async function analyze(pool: WorkerPool, task: AnalyzeTask, signal: AbortSignal | undefined): Promise<Analysis> {
  const transferList = [task.bytes.buffer as ArrayBuffer];
  const { result, queueMs } = await pool.run({ input: task, transferList, ...(signal && { signal }) });
  const analysis = result as Analysis;
  return { ...analysis, timingsMs: { ...analysis.timingsMs, queue: queueMs } };
}

// Next loads a module once for each of its bundles, so a variable of this module would be several.
const place = Symbol.for("mien.engine");
const holder = globalThis as { [place]?: Engine | undefined };

/** Makes the engine the one that `getEngine` finds; undefined while shutting down. */
export function setEngine(engine: Engine | undefined): void {
  holder[place] = engine;
}

/** @throws InferenceError `worker_lost` before the boot has started the workers and after the shutdown. */
export function getEngine(): Engine {
  const engine = holder[place];
  if (engine === undefined) throw new InferenceError("worker_lost", "The inference workers have not started.");
  return engine;
}
