import type { Job, JobItem, Page } from "@/lib/domain/jobs/types";
import { serializePlace } from "./page";

const words = {
  kind: { IMPORT: "import", EXPORT: "export", REEMBED: "reembed" },
  state: { WAITING: "waiting", RUNNING: "running", DONE: "done", FAILED: "failed", CANCELLED: "cancelled" },
} as const satisfies { kind: Record<Job["kind"], string>; state: Record<Job["state"], string> };

/** What is not known yet is left out. */
export function serializeJob(job: Job) {
  return {
    job_id: job.id,
    kind: words.kind[job.kind],
    state: words.state[job.state],
    total: job.total ?? undefined,
    done: job.done,
    failed: job.failed,
    problem: job.problem ?? undefined,
    created_at: job.createdAt.toISOString(),
    started_at: job.startedAt?.toISOString(),
    finished_at: job.finishedAt?.toISOString(),
  };
}

export const serializeJobs = (jobs: Page<Job>) => ({ jobs: jobs.items.map(serializeJob), ...serializePlace(jobs) });

const serializeItem = ({ fileName, subject, faceId, problem }: JobItem) => ({
  file: fileName,
  subject,
  image_id: faceId ?? undefined,
  problem: problem ?? undefined,
});

export const serializeJobItems = (items: Page<JobItem>) => ({
  items: items.items.map(serializeItem),
  ...serializePlace(items),
});
