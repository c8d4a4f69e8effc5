import path from "node:path";
import { config } from "@/lib/config/env";
import { warnOfPublishedPair } from "@/lib/domain/client-encryption/service";
import { startHousekeeping } from "@/lib/domain/housekeeping/service";
import { startJobs } from "@/lib/domain/jobs/service";
import { stopPackDownloads } from "@/lib/domain/model-choice/service";
import { flushStatistics, recordRequest } from "@/lib/domain/statistics/service";
import { observeServiceRequests } from "@/lib/http/request-observer";
import { startSender } from "@/lib/mail/sender";
import { logger } from "@/lib/observability/logger";
import { startSearch } from "@/lib/search/start-search";
import { migrate } from "@/prisma/migrate";
import { compiledFile } from "./compiled-file";
import { startModelMoves } from "./model-move";
import { type PreparedPacks, prepareModelPacks } from "./model-pack";
import { openDatabase } from "./open-database";
import type { StepActions } from "./run-steps";
import { Serving } from "./serving";
import type { StopList } from "./shutdown";
import { untilAvailable } from "./until-available";

/** What each boot step does. Whatever a step starts is put on `stops`. */
export function createSteps(stops: StopList, isCancelled: () => boolean): StepActions {
  let databaseUrl = "";
  let packs: PreparedPacks | undefined;
  let serving: Serving | undefined;
  return {
    config: () => {
      logger.level = config().logLevel;
      warnOfPublishedPair();
    },
    database: async () => {
      databaseUrl = await openDatabase(stops, { isCancelled });
      observeServiceRequests(recordRequest);
      stops.add("statistics", flushStatistics);
    },
    migrations: async () => {
      const directory = path.resolve("prisma/migrations");
      await untilAvailable(() => migrate(databaseUrl, { directory, log: logger }), { isCancelled });
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
      const search = { workerFile: compiledFile("search-worker.mjs"), databaseUrl };
      stops.add("search", await untilAvailable(() => startSearch(search), { isCancelled }));
      // After all that it needs, so that it stops before any of that does.
      stops.add("jobs", startJobs());
      stops.add("model downloads", stopPackDownloads);
      if (serving && packs) stops.add("model moves", startModelMoves(serving, packs.wanted));
    },
  };
}

function startMails(stops: StopList): void {
  const sender = startSender();
  stops.add("mail sender", () => sender.stop());
}
