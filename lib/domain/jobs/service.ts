import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { newRowId } from "@/lib/db/row-id";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { requireKeyScope } from "@/lib/domain/collections/service";
import { AppError } from "@/lib/errors/app-error";
import { processWide } from "@/lib/observability/process-state";
import { countOpenJobs, findItems, findJob, findJobs } from "./data";
import { importFilesOf, prepareFolder, removeFiles } from "./files";
import { followJob } from "./follow-job";
import { takeFollowerPlace } from "./follower-places";
import { importLimits } from "./import-limits";
import { cancel, insertImport } from "./mutations";
import { type ImportFiles, openImport } from "./open-import";
import { startRunner } from "./runner";
import type { ItemsRequest, Job, JobItem, Page, PageRequest, Transaction } from "./types";
import { wakeRunner } from "./wake-runner";

/** Starts taking jobs in this process. @returns what ends it */
export function startJobs(): () => Promise<void> {
  return startRunner();
}

const missing = () => new AppError("not_found", "The job does not exist.");

/** Of one service. */
const openJobsMax = 10;
const uploadsMax = 4;
const uploads = processWide("import uploads", () => ({ count: 0 }));

/** Every upload holds a file on the disk until it is complete. */
async function amongFewUploads<T>(work: () => Promise<T>): Promise<T> {
  if (uploads.count >= uploadsMax) throw new AppError("busy", "Too many imports are being sent.", { retryAfterS: 10 });
  uploads.count += 1;
  try {
    return await work();
  } finally {
    uploads.count -= 1;
  }
}

interface ImportRequest {
  readonly scope: ServiceScope;
  /** Writes the archive, and the table if one comes, to new files; what it throws ends the request. */
  readonly receive: (files: ImportFiles, limits: { readonly bytesMax: number }) => Promise<void>;
  /** Who asks, where it is neither a key nor somebody signed in. */
  readonly actor?: Actor;
}

/**
 * Takes an archive to import, a zip file with a folder for each subject, with a table of subjects, or an exported
 * collection, and looks whether it is one. The faces are added afterwards, by a job.
 *
 * @throws AppError `invalid_request` for files that hold nothing to import; `busy`; `forbidden`; what `receive` throws
 */
export async function importFaces({ scope, receive, actor }: ImportRequest): Promise<Job> {
  requireKeyScope(scope, "enrol");
  const { serviceId, person, keyId } = scope;
  await requireFewOpenJobs(serviceId);
  const id = newRowId();
  const files = importFilesOf(id);
  await prepareFolder();
  try {
    await amongFewUploads(() => receive(files, { bytesMax: importLimits().archiveBytesMax }));
    (await openImport(files)).zip.close();
    const importer = actor ?? person ?? { userId: null, label: `API key ${keyId}`, ip: null };
    const job = await db().$transaction(async (tx) => {
      await insertImport(tx, { id, serviceId }, `${id}.zip`);
      const entry = { action: "collection.import", objectType: "service", objectId: serviceId } as const;
      await recordAuditEvents(tx, [{ actor: importer, ...entry, result: "success" }]);
      return requireJob(scope, id, tx);
    });
    wakeRunner();
    return job;
  } catch (error) {
    await removeFiles(id);
    throw error;
  }
}

/** Archives stay on the disk until their turn comes, and each may be large. */
async function requireFewOpenJobs(serviceId: string): Promise<void> {
  if ((await countOpenJobs(serviceId)) < openJobsMax) return;
  throw new AppError("busy", `${openJobsMax} jobs of this service are still to be done`, { retryAfterS: 60 });
}

async function requireJob({ serviceId }: ServiceScope, id: string, tx: Transaction = db()): Promise<Job> {
  const job = await findJob(serviceId, id, tx);
  if (job === null) throw missing();
  return job;
}

/** The service's jobs of the last month, the newest first. @throws AppError `forbidden` */
export async function listJobs(scope: ServiceScope, part: PageRequest): Promise<Page<Job>> {
  requireKeyScope(scope, "read");
  return { ...(await findJobs(scope.serviceId, part)), page: part.page, size: part.size };
}

/** @throws AppError `not_found`, `forbidden` */
export async function readJob(scope: ServiceScope, id: string): Promise<Job> {
  requireKeyScope(scope, "read");
  return requireJob(scope, id);
}

/** What became of the pieces of a job that are dealt with. @throws AppError `not_found`, `forbidden` */
export async function listJobItems(scope: ServiceScope, id: string, part: ItemsRequest): Promise<Page<JobItem>> {
  requireKeyScope(scope, "read");
  await requireJob(scope, id);
  return { ...(await findItems(id, part)), page: part.page, size: part.size };
}

/**
 * Ends a job before its time: at once while it waits, else after the pieces in work. What was added stays. A job that
 * has ended is left as it is.
 *
 * @throws AppError `not_found`, `forbidden`
 */
export async function cancelJob(scope: ServiceScope, id: string): Promise<Job> {
  requireKeyScope(scope, "enrol");
  await db().$transaction(async (tx) => {
    await requireJob(scope, id, tx);
    await cancel(tx, id);
  });
  const job = await requireJob(scope, id);
  if (job.state === "CANCELLED") await removeFiles(id);
  return job;
}

/**
 * Follows a job to its end: gives it as it is, after every change, and null every quarter of a minute without one. A
 * key follows a few jobs at a time.
 *
 * @throws AppError `not_found`, `forbidden`, at once or when the job is gone; `too_many_requests`, `busy`
 */
export async function watchJob(
  scope: ServiceScope,
  id: string,
  signal: AbortSignal,
): Promise<AsyncIterable<Job | null>> {
  requireKeyScope(scope, "read");
  const leave = takeFollowerPlace(scope.keyId);
  // A client may go before it takes anything, and then nobody asks for a change.
  signal.addEventListener("abort", leave, { once: true });
  try {
    const job = await requireJob(scope, id);
    if (signal.aborted) leave();
    return followJob(job, signal, leave);
  } catch (error) {
    leave();
    throw error;
  }
}
