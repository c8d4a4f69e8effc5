import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ItemsRequest, Job, JobItem, PageRequest, Transaction } from "./types";

const jobSelect = {
  id: true,
  kind: true,
  state: true,
  total: true,
  done: true,
  failed: true,
  problem: true,
  isCancelWanted: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} as const satisfies Prisma.JobSelect;

/** Null when the service has no such job. */
export function findJob(serviceId: string, id: string, tx: Transaction = db()): Promise<Job | null> {
  return tx.job.findFirst({ where: { id, serviceId }, select: jobSelect });
}

/** Those that are there, of whatever service. */
export function findJobsById(ids: readonly string[]): Promise<Job[]> {
  return db().job.findMany({ where: { id: { in: [...ids] } }, select: jobSelect });
}

/** The newest first. */
export async function findJobs(serviceId: string, { page, size }: PageRequest) {
  const where = { serviceId };
  const part = { orderBy: { id: "desc" as const }, skip: page * size, take: size, select: jobSelect };
  const [items, total]: [Job[], number] = await Promise.all([
    db().job.findMany({ where, ...part }),
    db().job.count({ where }),
  ]);
  return { items, total };
}

/** Jobs that are not over. */
export function countOpenJobs(serviceId: string): Promise<number> {
  return db().job.count({ where: { serviceId, state: { in: ["WAITING", "RUNNING"] } } });
}

/** In the order of the file. */
export async function findItems(jobId: string, { page, size, onlyFailed }: ItemsRequest) {
  const where = { jobId, ...(onlyFailed && { problem: { not: null } }) };
  const select = { position: true, fileName: true, subject: true, problem: true, faceId: true } as const;
  const part = { orderBy: { position: "asc" as const }, skip: page * size, take: size, select };
  const [items, total]: [JobItem[], number] = await Promise.all([
    db().jobItem.findMany({ where, ...part }),
    db().jobItem.count({ where }),
  ]);
  return { items, total };
}

/** Positions of what is dealt with, added or not. */
export async function findDealtWith(jobId: string): Promise<ReadonlySet<number>> {
  const rows = await db().jobItem.findMany({ where: { jobId }, select: { position: true } });
  return new Set(rows.map(({ position }) => position));
}

/** Those of the jobs that are waiting or under way. */
export async function findUnfinished(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { id: { in: [...ids] }, state: { in: ["WAITING", "RUNNING"] as ("WAITING" | "RUNNING")[] } };
  const rows = await db().job.findMany({ where, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
