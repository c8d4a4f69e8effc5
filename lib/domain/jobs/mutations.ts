import { db } from "@/lib/db/client";
import type { HeldJob, JobId, JobItem, JobState, Transaction } from "./types";

/** A server that says nothing for so long is believed to be gone. */
const leaseS = 30;

// One server takes a job at a time, or two could take jobs of one service. Any number that nothing else uses.
const claimLock = 7_226_418;

export async function insertImport(tx: Transaction, { id, serviceId }: JobId, fileName: string): Promise<void> {
  await tx.job.createMany({ data: { id, serviceId, kind: "IMPORT", fileName } });
}

/**
 * Takes the oldest of the imports that waits, or whose server is gone, and whose service has none under way. By the
 * database's clock, since those of servers differ.
 *
 * @param isHere whether this server can run it: the files lie on the disk of the server that took them
 */
export function claimImport(isHere: (id: string) => boolean): Promise<HeldJob | null> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(${claimLock}::bigint)) AS taken`;
    const waiting = await tx.$queryRaw<JobId[]>`
      SELECT j."id", j."serviceId" FROM "Job" j
      WHERE j."kind" = 'IMPORT' AND (j."state" = 'WAITING' OR (j."state" = 'RUNNING' AND j."leaseUntil" < now()))
      AND NOT EXISTS (SELECT 1 FROM "Job" o
        WHERE o."serviceId" = j."serviceId" AND o."state" = 'RUNNING' AND o."leaseUntil" >= now())
      ORDER BY j."id"`;
    for (const job of waiting.filter(({ id }) => isHere(id))) {
      const row = await take(tx, job);
      if (row !== undefined) return { ...job, leaseUntil: row.leaseUntil };
    }
    return null;
  });
}

/** Looks again whether it waits: it may have been cancelled since. */
async function take(tx: Transaction, { id }: JobId): Promise<Held | undefined> {
  const [row] = await tx.$queryRaw<Held[]>`
    UPDATE "Job" SET "state" = 'RUNNING', "startedAt" = coalesce("startedAt", now()),
      "leaseUntil" = now() + ${leaseS} * interval '1 second'
    WHERE "id" = ${id}::uuid AND ("state" = 'WAITING' OR ("state" = 'RUNNING' AND "leaseUntil" < now()))
    RETURNING "leaseUntil"`;
  return row;
}

interface Held {
  readonly leaseUntil: Date;
}

/** @returns null when the job is not this server's any more: another one took it, or it is gone */
export async function renewLease({ id, leaseUntil }: HeldJob) {
  const rows = await db().$queryRaw<(Held & { readonly isCancelWanted: boolean })[]>`
    UPDATE "Job" SET "leaseUntil" = now() + ${leaseS} * interval '1 second'
    WHERE "id" = ${id}::uuid AND "state" = 'RUNNING' AND "leaseUntil" = ${leaseUntil}
    RETURNING "leaseUntil", "isCancelWanted"`;
  return rows[0] ?? null;
}

/** Ends a job that this server holds. */
export async function finishJob(
  { id, leaseUntil }: HeldJob,
  state: Extract<JobState, "DONE" | "FAILED" | "CANCELLED">,
  problem: string | null = null,
): Promise<void> {
  const end = { state, problem, finishedAt: new Date(), leaseUntil: null };
  await db().job.updateMany({ where: { id, state: "RUNNING", leaseUntil }, data: end });
}

/** Gives a job back, so that any server takes it up again at once. */
export async function releaseJob({ id, leaseUntil }: HeldJob): Promise<void> {
  const where = { id, state: "RUNNING", leaseUntil } as const;
  await db().job.updateMany({ where, data: { state: "WAITING", leaseUntil: null } });
}

export async function updateTotal(id: string, total: number): Promise<void> {
  await db().job.updateMany({ where: { id }, data: { total } });
}

/**
 * Notes what became of one piece. Refused by the database when it was noted before, which takes back what the same
 * transaction stored of it.
 *
 * @returns whether the job is to end before its time
 */
export async function insertItem(
  tx: Transaction,
  id: string,
  { fileName, subject, ...item }: JobItem,
): Promise<boolean> {
  const texts = { fileName: storable(fileName), subject: storable(subject) };
  await tx.jobItem.create({ data: { ...item, ...texts, jobId: id }, select: { position: true } });
  const count = item.problem === null ? { done: { increment: 1 } } : { failed: { increment: 1 } };
  const job = await tx.job.update({ where: { id }, data: count, select: { isCancelWanted: true } });
  return job.isCancelWanted;
}

const charactersMax = 1_000;

/** What the database can keep of a text that comes out of somebody's archive. */
const storable = (text: string) => text.slice(0, charactersMax).replaceAll(/\0|\p{Surrogate}/gu, "\uFFFD");

/** Ends a job that nobody has begun or whose server is gone; one under way is asked to end. */
export async function cancel(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Job" SET "isCancelWanted" = true,
      "finishedAt" = CASE WHEN "state" = 'WAITING' OR "leaseUntil" < now() THEN now() END,
      "state" = CASE WHEN "state" = 'WAITING' OR "leaseUntil" < now() THEN 'CANCELLED' ELSE "state" END
    WHERE "id" = ${id}::uuid AND "state" IN ('WAITING', 'RUNNING')`;
}

/** Removes jobs that ended before, with what became of their pieces; names of files and subjects are personal. */
export async function deleteOldJobs(before: Date): Promise<void> {
  await db().job.deleteMany({ where: { finishedAt: { lte: before } } });
}

/** Ends imports that no server has touched since then: their files are lost. */
export async function failAbandoned(before: Date): Promise<void> {
  const problem = "No server has the file of this import any more.";
  const waiting = { state: "WAITING", startedAt: null, createdAt: { lte: before } } as const;
  const running = { state: "RUNNING", leaseUntil: { lte: before } } as const;
  const data = { state: "FAILED", problem, finishedAt: new Date(), leaseUntil: null } as const;
  await db().job.updateMany({ where: { kind: "IMPORT", OR: [waiting, running] }, data });
}
