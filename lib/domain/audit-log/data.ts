import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type AuditEvent, type AuditFilter, type AuditPage, type AuditQuery, countedMax } from "./types";

const newestFirst = [{ at: "desc" }, { id: "desc" }] satisfies Prisma.AuditEventOrderByWithRelationInput[];

const shownFields = {
  id: true,
  at: true,
  actorUserId: true,
  actorLabel: true,
  action: true,
  objectType: true,
  objectId: true,
  result: true,
  applicationId: true,
  ip: true,
} as const satisfies Prisma.AuditEventSelect;

/** The condition for a name of an actor: by id where there is such an account, as only ids have an index. */
async function whereActor(actor: string): Promise<Prisma.AuditEventWhereInput> {
  const user = await db().user.findUnique({ where: { email: actor.toLowerCase() }, select: { id: true } });
  return user === null ? { actorLabel: actor } : { actorUserId: user.id };
}

async function whereOf(filter: AuditFilter): Promise<Prisma.AuditEventWhereInput> {
  const { action, actorUserId, actor, objectId, applicationId, from, to } = filter;
  return {
    ...(action !== undefined && { action }),
    ...(actorUserId !== undefined && { actorUserId }),
    ...(objectId !== undefined && { objectId }),
    ...(applicationId !== undefined && { applicationId }),
    ...(actor !== undefined && { AND: await whereActor(actor) }),
    at: { ...(from && { gte: from }), ...(to && { lt: to }) },
  };
}

export async function findAuditPage({ page, size, ...filter }: AuditQuery): Promise<AuditPage> {
  const where = await whereOf(filter);
  const [items, total] = await Promise.all([
    db().auditEvent.findMany({ where, orderBy: newestFirst, skip: page * size, take: size, select: shownFields }),
    db().auditEvent.count({ where, take: countedMax }),
  ]);
  return { items, total, page, size };
}

/** The next `take` events that are older than `last`, or the newest when there is none. */
export async function findAuditBatch(
  filter: AuditFilter,
  { last, take }: { readonly last: AuditEvent | undefined; readonly take: number },
): Promise<AuditEvent[]> {
  const older = last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] };
  // The first condition follows from the second; with it the index is entered where the last batch ended.
  const bound = last && { at: { lte: last.at } };
  const where = { AND: [await whereOf(filter), bound ?? {}, older ?? {}] };
  return db().auditEvent.findMany({ where, orderBy: newestFirst, take, select: shownFields });
}
