import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors/app-error";
import { processWide } from "@/lib/observability/process-state";
import { readiness } from "@/lib/observability/readiness";
import { findJobsById } from "./data";
import { isOver, type Job } from "./types";

const lookEveryMs = 500;
/** So often a change is looked for before the follower is told that there was none. */
const quietTimesMax = 30;

type Look = Promise<ReadonlyMap<string, Job>>;

/** How many follow each job in this process, and the look that all of them wait for. */
const shared = processWide("followed jobs", () => ({
  followers: new Map<string, number>(),
  look: null as Look | null,
}));

/**
 * Follows a job to its end or until `signal` aborts: gives it as it is, after every change, and null every quarter of
 * a minute without one.
 *
 * @throws AppError `not_found` when the job is gone
 */
export async function* followJob(first: Job, signal: AbortSignal, onEnd: () => void): AsyncGenerator<Job | null> {
  const { id } = first;
  let [job, quietTimes]: [Job, number] = [first, 0];
  addFollower(id, 1);
  try {
    yield job;
    while (!isOver(job) && !signal.aborted && readiness.status() !== "stopping") {
      shared.look ??= lookAtFollowed();
      const now = (await shared.look).get(id);
      if (now === undefined) throw new AppError("not_found", "The job does not exist.");
      quietTimes = isSame(now, job) ? quietTimes + 1 : 0;
      if (quietTimes === 0) yield now;
      else if (quietTimes % quietTimesMax === 0) yield null;
      job = now;
    }
  } finally {
    addFollower(id, -1);
    onEnd();
  }
}

/** Reads all jobs that are followed, after a while and by one query. Who asks from then on waits for the next look. */
async function lookAtFollowed(): Look {
  await sleep(lookEveryMs);
  shared.look = null;
  const jobs = await findJobsById([...shared.followers.keys()]);
  return new Map(jobs.map((job) => [job.id, job]));
}

function addFollower(id: string, step: 1 | -1): void {
  const count = (shared.followers.get(id) ?? 0) + step;
  if (count > 0) shared.followers.set(id, count);
  else shared.followers.delete(id);
}

function isSame(a: Job, b: Job): boolean {
  return a.state === b.state && a.total === b.total && a.done === b.done && a.failed === b.failed;
}
