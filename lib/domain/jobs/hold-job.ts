import { openAcceptedWork } from "@/lib/domain/api-keys/service";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { findUnfinished } from "./data";
import { removeFiles } from "./files";
import { finishJob, releaseJob, renewLease } from "./mutations";
import { runImport } from "./run-import";
import type { HeldJob } from "./types";

const renewEveryMs = 3_000;

/** Why a job is cut short. */
type Reason = "stop" | "cancel" | "lost";

class CutShort extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(`The job was cut short: ${reason}.`);
    this.reason = reason;
  }
}

/** Runs a job that this server has taken, to its end or until `stop` aborts, and tells how it ended. Never rejects. */
export async function holdJob(job: HeldJob, stop: AbortSignal): Promise<void> {
  const cut = new AbortController();
  const onStop = () => cut.abort(new CutShort("stop"));
  if (stop.aborted) onStop();
  stop.addEventListener("abort", onStop, { once: true });
  const timer = setInterval(() => void renew(job, cut), renewEveryMs).unref();
  const outcome = await run(job, cut).then(
    () => null,
    (error: unknown) => error ?? new Error("unknown"),
  );
  clearInterval(timer);
  stop.removeEventListener("abort", onStop);
  await settle(job, cut.signal.aborted ? cut.signal.reason : outcome).catch((err: unknown) => {
    // Its lease ends by itself, and then it is taken up again.
    logger.warn({ event: "job", jobId: job.id, err }, "the end of a job could not be noted");
  });
}

async function run(job: HeldJob, cut: AbortController): Promise<void> {
  const scope = await openAcceptedWork(job.serviceId);
  if (scope === null) throw new AppError("not_found", "The service was removed.");
  const onCancelWanted = () => cut.abort(new CutShort("cancel"));
  await runImport({ job, scope, signal: cut.signal, onCancelWanted });
}

async function renew(job: HeldJob, cut: AbortController): Promise<void> {
  try {
    const renewed = await renewLease(job);
    if (renewed === null) return cut.abort(new CutShort("lost"));
    job.leaseUntil = renewed.leaseUntil;
    if (renewed.isCancelWanted) cut.abort(new CutShort("cancel"));
  } catch (err) {
    // Nobody else takes it while the lease lasts; after that no two can note the same piece.
    logger.warn({ event: "job", jobId: job.id, err }, "the lease of a job could not be renewed");
  }
}

async function settle(job: HeldJob, outcome: unknown): Promise<void> {
  if (outcome instanceof CutShort) return settleCut(job, outcome.reason);
  if (outcome === null) await finishJob(job, "DONE");
  // Taken up again when its lease has ended.
  else if (outcome instanceof AppError && (outcome.code === "busy" || outcome.code === "unavailable")) return;
  else if (outcome instanceof AppError && outcome.code !== "internal") await finishJob(job, "FAILED", outcome.message);
  else {
    logger.error({ event: "job", jobId: job.id, err: outcome }, "a job failed");
    await finishJob(job, "FAILED", "Something went wrong.");
  }
  await removeFiles(job.id);
}

/** Whoever took the job, or cancelled it, sees to its files; nobody does where it was removed with its service. */
async function removeUnlessWanted({ id }: HeldJob): Promise<void> {
  if (!(await findUnfinished([id])).has(id)) await removeFiles(id);
}

async function settleCut(job: HeldJob, reason: Reason): Promise<void> {
  if (reason === "stop") return releaseJob(job);
  if (reason === "lost") return removeUnlessWanted(job);
  await finishJob(job, "CANCELLED");
  await removeFiles(job.id);
}
