import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { changeCollection } from "@/lib/domain/collections/service";
import { ensureSubject, requireCallableName } from "@/lib/domain/subjects/service";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { addItem } from "./add-item";
import { findDealtWith } from "./data";
import { importFilesOf } from "./files";
import { importLanes } from "./gentle-pace";
import type { ImportItem } from "./import-plan";
import { insertItem, updateTotal } from "./mutations";
import { type OpenImport, openImport } from "./open-import";
import type { HeldJob, JobItem, Transaction } from "./types";

interface Run {
  readonly job: HeldJob;
  readonly scope: ServiceScope;
  readonly signal: AbortSignal;
  /** Told when somebody wants the job to end. */
  readonly onCancelWanted: () => void;
}

/**
 * Adds what is not added yet. Each face and the note of it are stored together or not at all, so that whenever it is
 * cut short it may be begun again.
 *
 * @throws AppError `invalid_request` for files that hold nothing to import, `not_found` when the service is gone; the
 *   signal's reason
 */
export async function runImport(run: Run): Promise<void> {
  const opened = await openImport(importFilesOf(run.job.id));
  try {
    await updateTotal(run.job.id, opened.total);
    await addSubjects(run, opened);
    await addFaces(run, opened);
  } finally {
    opened.zip.close();
  }
}

const subjectsPerStep = 500;

/** Those without faces too. Names that none can have are told of with their faces. */
async function addSubjects({ scope, signal }: Run, { subjects }: OpenImport): Promise<void> {
  let names: string[] = [];
  const flush = async () => {
    signal.throwIfAborted();
    await changeCollection(scope, "enrol", async (tx) => {
      for (const name of names) await ensureSubject(tx, scope.serviceId, name);
    });
    names = [];
  };
  for await (const name of subjects()) {
    const wanted = nameOrNull(name);
    if (wanted !== null) names.push(wanted);
    if (names.length === subjectsPerStep) await flush();
  }
  if (names.length > 0) await flush();
}

function nameOrNull(text: string): string | null {
  try {
    return requireCallableName(text);
  } catch {
    return null;
  }
}

async function addFaces(run: Run, { zip, items }: OpenImport): Promise<void> {
  const dealtWith = await findDealtWith(run.job.id);
  const inWork = new Set<Promise<void>>();
  const lanes = importLanes();
  try {
    for await (const item of items()) {
      if (dealtWith.has(item.position)) continue;
      run.signal.throwIfAborted();
      const work = dealWith(item, run, zip).finally(() => inWork.delete(work));
      work.catch(() => undefined);
      inWork.add(work);
      if (inWork.size >= lanes) await Promise.race(inWork);
    }
    await Promise.all(inWork);
  } finally {
    await Promise.allSettled(inWork);
  }
}

async function dealWith(item: ImportItem, run: Run, zip: OpenImport["zip"]): Promise<void> {
  const { position, fileName, subject } = item;
  const { scope, signal } = run;
  const note = async (tx: Transaction, rest: Pick<JobItem, "problem" | "faceId">) => {
    if (await insertItem(tx, run.job.id, { position, fileName, subject, ...rest })) run.onCancelWanted();
  };
  try {
    const also = (tx: Transaction, { faceId }: { readonly faceId: string }) => note(tx, { problem: null, faceId });
    await addItem(item, { scope, zip, signal, also });
  } catch (error) {
    signal.throwIfAborted();
    const problem = problemOf(error);
    await db().$transaction((tx) => note(tx, { problem, faceId: null }));
  }
}

/** @throws AppError when not the piece but the whole is at fault */
function problemOf(error: unknown): string {
  if (error instanceof AppError) {
    if (error.code === "not_found" || error.code === "forbidden" || error.code === "busy") throw error;
    if (error.code !== "internal") return error.message;
  }
  logger.error({ event: "import", err: error }, "a piece of an import could not be added");
  return "Something went wrong while it was added.";
}
