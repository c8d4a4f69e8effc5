import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { processWide } from "./process-state";

/** What the worker pool tells about itself whenever metrics are read. */
export interface PoolStatistics {
  readonly queued: number;
  readonly busy: number;
  readonly workers: number;
  readonly restarts: number;
}

const poolGauges = {
  queued: { name: "mien_inference_queued", help: "Analyses waiting for an inference worker" },
  busy: { name: "mien_inference_busy_workers", help: "Inference workers at work" },
  workers: { name: "mien_inference_workers", help: "Inference workers that are ready, at work or not" },
  restarts: { name: "mien_inference_worker_restarts", help: "Inference workers started in place of lost ones" },
} as const satisfies Record<keyof PoolStatistics, { name: string; help: string }>;

/** What the search index tells about itself whenever metrics are read. */
export interface IndexStatistics {
  readonly collections: number;
  readonly faces: number;
  readonly bytes: number;
  readonly unreadable: number;
}

const indexGauges = {
  collections: { name: "mien_index_collections", help: "Collections in the search index" },
  faces: { name: "mien_index_faces", help: "Faces in the search index" },
  bytes: { name: "mien_index_bytes", help: "Memory of the search index" },
  unreadable: { name: "mien_index_unreadable_faces", help: "Faces left out since their embedding does not open" },
} as const satisfies Record<keyof IndexStatistics, { name: string; help: string }>;

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  // Brings process_*, memory and the event-loop delay (nodejs_eventloop_lag_p99_seconds).
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({
      name: "mien_requests_total",
      help: "Answered requests",
      labelNames: ["wire", "route", "status"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "mien_request_duration_seconds",
      help: "Time from the request's header to its answer",
      labelNames: ["wire", "route"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    stageSeconds: new Histogram({
      name: "mien_stage_duration_seconds",
      help: "Time of one stage of an analysis; features are summed over the faces of a picture",
      labelNames: ["stage"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    searchSeconds: new Histogram({
      name: "mien_search_duration_seconds",
      help: "Time of a search, with bringing the index up to date",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
  };
}

/** Metrics of this process. Labels are route patterns and codes, never ids, so that their number stays bounded. */
export const metrics = processWide("metrics", createMetrics);

interface Readers {
  pool: (() => PoolStatistics) | null;
  index: (() => IndexStatistics) | null;
}

const readers = processWide<Readers>("statistics-readers", () => ({ pool: null, index: null }));

/** Makes the pool visible in the metrics; `read` is called at each scrape. Call it once. */
export function exposePool(read: () => PoolStatistics): void {
  expose(poolGauges, read);
  readers.pool = read;
}

/** Makes the search index visible in the metrics; `read` is called at each scrape. Call it once. */
export function exposeIndex(read: () => IndexStatistics): void {
  expose(indexGauges, read);
  readers.index = read;
}

/** What the worker pool and the search index tell at this moment; null before the boot has exposed them. */
export function readStatisticsNow(): { readonly pool: PoolStatistics | null; readonly index: IndexStatistics | null } {
  return { pool: readers.pool?.() ?? null, index: readers.index?.() ?? null };
}

function expose<Key extends string>(
  gauges: Readonly<Record<Key, { readonly name: string; readonly help: string }>>,
  read: () => Readonly<Record<Key, number>>,
): void {
  for (const key of Object.keys(gauges) as Key[]) {
    new Gauge({
      ...gauges[key],
      registers: [metrics.registry],
      collect() {
        this.set(read()[key]);
      },
    });
  }
}
