import path from "node:path";
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
import { startSearch } from "@/lib/search/start-search";
import { migrate } from "@/prisma/migrate";
import { compiledFile } from "./compiled-file";
import { startModelMoves } from "./model-move";
import { type PreparedPacks, prepareModelPacks } from "./model-pack";
import type { StepActions } from "./run-steps";
import { Serving } from "./serving";
import type { StopList } from "./shutdown";

/** What each boot step does. Whatever a step starts is put on `stops`. */
export function createSteps(stops: StopList): StepActions {
  let databaseUrl = "";
  let packs: PreparedPacks | undefined;
  let serving: Serving | undefined;
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
      packs = await prepareModelPacks();
    },
    workers: async () => {
      if (packs === undefined) throw new TypeError("The model packs come before the workers.");
      const started = await Serving.start(packs.answering);
      stops.add("workers", () => started.stop());
      serving = started;
    },
    index: async () => {
      stops.add("search", await startSearch({ workerFile: compiledFile("search-worker.mjs"), databaseUrl }));
      // After all that it needs, so that it stops before any of that does.
      stops.add("jobs", startJobs());
      if (serving && packs) stops.add("model moves", startModelMoves(serving, packs.wanted));
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
