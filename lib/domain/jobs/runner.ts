import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "@/lib/observability/logger";
import { findUnfinished } from "./data";
import { findIdsOfOldFiles, hasFiles, removeFiles } from "./files";
import { holdJob } from "./hold-job";
import { claimImport, deleteOldJobs, failAbandoned } from "./mutations";
import { setRunnerWake } from "./wake-runner";

const pollMs = 2_000;
const sweepEveryMs = 3_600_000;
const dayMs = 24 * 3_600_000;
const keptMs = 30 * dayMs;
/** Of different services; they share what capacity there is. */
const jobsMax = 2;
/** A picture in work takes a second at most. */
const stopMsMax = 5_000;

/** Takes jobs that wait, one for each service at a time. */
class Runner {
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly timers: readonly NodeJS.Timeout[];
  private isLooking = false;

  constructor() {
    const poll = setInterval(() => void this.look(), pollMs).unref();
    const sweep = setInterval(() => void sweepJobs(), sweepEveryMs).unref();
    this.timers = [poll, sweep];
    void sweepJobs();
    void this.look();
  }

  async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      while (!this.stopping.signal.aborted && this.running.size < jobsMax && (await this.takeOne()));
    } catch (err) {
      logger.warn({ event: "job", err }, "the list of jobs could not be read");
    } finally {
      this.isLooking = false;
    }
  }

  /** Pieces in work are finished; what is left is taken up by another server or after the next start. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.stopping.abort();
    await Promise.race([Promise.allSettled(this.running), sleep(stopMsMax, undefined, { ref: false })]);
  }

  private async takeOne(): Promise<boolean> {
    const job = await claimImport(hasFiles);
    if (job === null) return false;
    const work = holdJob(job, this.stopping.signal).finally(() => {
      this.running.delete(work);
      void this.look();
    });
    this.running.add(work);
    return true;
  }
}

/** Removes files of imports that ended or never began a day ago, and jobs that ended a month ago. */
export async function sweepJobs(now = new Date()): Promise<void> {
  try {
    const dayAgo = new Date(now.getTime() - dayMs);
    await failAbandoned(dayAgo);
    const ids = await findIdsOfOldFiles(dayAgo);
    const wanted = await findUnfinished(ids);
    await Promise.all(ids.filter((id) => !wanted.has(id)).map(removeFiles));
    await deleteOldJobs(new Date(now.getTime() - keptMs));
  } catch (err) {
    logger.warn({ event: "job", err }, "old jobs were not removed");
  }
}

/** Starts taking jobs in this process: at once when one is handed in here, else within seconds. @returns what ends it */
export function startRunner(): () => Promise<void> {
  const runner = new Runner();
  setRunnerWake(() => void runner.look());
  return () => {
    setRunnerWake(() => undefined);
    return runner.stop();
  };
}
