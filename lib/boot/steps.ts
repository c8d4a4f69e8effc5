import { existsSync } from "node:fs";
import path from "node:path";
import type { LoadedPack } from "@/inference/packs/load-pack";
import { createEngine, setEngine } from "@/inference/pipeline/engine";
import { config } from "@/lib/config/env";
import { connectDatabase } from "@/lib/db/client";
import { startEmbeddedPostgres } from "@/lib/db/embedded/supervisor";
import { warnOfPublishedPair } from "@/lib/domain/client-encryption/service";
import { startHousekeeping } from "@/lib/domain/housekeeping/service";
import { startJobs } from "@/lib/domain/jobs/service";
import { flushStatistics, recordRequest } from "@/lib/domain/statistics/service";
import { observeServiceRequests } from "@/lib/http/request-observer";
import { startSender } from "@/lib/mail/sender";
import { logger } from "@/lib/observability/logger";
import { exposePool } from "@/lib/observability/metrics";
import { startSearch } from "@/lib/search/start-search";
import { migrate } from "@/prisma/migrate";
import { prepareModelPack } from "./model-pack";
import type { StepActions } from "./run-steps";
import type { StopList } from "./shutdown";

/** Longest side of a picture in pixels; the pixel limit alone would let a strip of one row through. */
const imageSideMax = 16_384;
const decodeMsMax = 5_000;
/** The answers are out when workers are stopped, so nothing worth waiting for is left in them. */
const workerDrainMs = 3_000;

/** What each boot step does. Whatever a step starts is put on `stops`. */
export function createSteps(stops: StopList): StepActions {
  let databaseUrl = "";
  let pack: LoadedPack | undefined;
  return {
    config: () => {
      logger.level = config().logLevel;
      warnOfPublishedPair();
    },
    database: async () => {
      databaseUrl = config().databaseUrl ?? (await startDatabase(stops));
      const database = await connectDatabase(databaseUrl);
      stops.add("database client", () => database.$disconnect());
      observeServiceRequests(recordRequest);
      stops.add("statistics", flushStatistics);
    },
    migrations: async () => {
      await migrate(databaseUrl, { directory: path.resolve("prisma/migrations"), log: logger });
      stops.add("housekeeping", startHousekeeping());
      if (config().mail.enabled) startMails(stops);
    },
    models: async () => {
      pack = await prepareModelPack();
    },
    workers: () => startWorkers(stops, pack?.networks),
    index: async () => {
      stops.add("search", await startSearch({ workerFile: compiledFile("search-worker.mjs"), databaseUrl }));
      // After all that it needs, so that it stops before any of that does.
      stops.add("jobs", startJobs());
    },
  };
}

async function startDatabase(stops: StopList): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: config().dataDir, log: logger });
  stops.add("database", () => postgres.stop());
  return postgres.url;
}

function startMails(stops: StopList): void {
  const sender = startSender();
  stops.add("mail sender", () => sender.stop());
}

async function startWorkers(stops: StopList, pack: LoadedPack["networks"]): Promise<void> {
  const { imagePixelsMax, inferenceQueue, inferenceWorkers, detectSizeMax } = config();
  const engine = await createEngine({
    workerFile: compiledFile("worker.mjs"),
    modelsDir: config().modelsDir,
    decodeLimits: { pixelsMax: imagePixelsMax, sideMax: imageSideMax, timeoutMs: decodeMsMax },
    workers: inferenceWorkers ?? undefined,
    queueMax: inferenceQueue ?? undefined,
    searchSideMax: detectSizeMax ?? undefined,
    pack,
    log: logger,
  });
  setEngine(engine);
  exposePool(() => engine.stats());
  stops.add("workers", async () => {
    setEngine(undefined);
    await engine.close({ drainMs: workerDrainMs });
  });
}

/** The build puts it beside the server; looked up by path, because the bundler must not see what it imports. */
function compiledFile(name: string): string {
  const file = path.resolve("dist", name);
  if (existsSync(file)) return file;
  throw new Error(`The compiled worker ${file} is missing; npm run build makes it.`);
}
