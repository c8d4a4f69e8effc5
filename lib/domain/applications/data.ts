import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { likeText } from "@/lib/db/like-text";
import type { Role } from "@/lib/domain/users/types";
import type { Application, ApplicationItem, PageRequest } from "./types";

/** Ignores case in the way of the unique index, which Prisma's own insensitive comparison (ILIKE) does not use. */
export async function findApplicationByName(tx: Prisma.TransactionClient, name: string): Promise<Application | null> {
  const rows = await tx.$queryRaw<Application[]>`SELECT id, name FROM "Application" WHERE lower(name) = lower(${name})`;
  return rows[0] ?? null;
}

const itemSelect = {
  id: true,
  name: true,
  createdAt: true,
  memberships: {
    select: { role: true, userId: true, user: { select: { id: true, firstName: true, lastName: true } } },
  },
  _count: { select: { services: true } },
} as const satisfies Prisma.ApplicationSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof itemSelect }>;

/** The owner and the reader among the members, so that a big application costs no more than a small one. */
function selectFor(userId: string) {
  const wanted = { OR: [{ role: "OWNER" as const }, { userId }] };
  return { ...itemSelect, memberships: { ...itemSelect.memberships, where: wanted } };
}

function itemOf({ id, name, createdAt, memberships, _count }: Row, userId: string): ApplicationItem {
  const owner = memberships.find(({ role }) => role === "OWNER")?.user ?? null;
  const role: Role | null = memberships.find((membership) => membership.userId === userId)?.role ?? null;
  return { id, name, role, owner, serviceCount: _count.services, createdAt };
}

/** As the user with that id sees it. Null when it is not there. */
export async function findApplication(
  tx: Prisma.TransactionClient,
  { id, userId }: { id: string; userId: string },
): Promise<ApplicationItem | null> {
  const row = await tx.application.findUnique({ where: { id }, select: selectFor(userId) });
  return row && itemOf(row, userId);
}

/** Sorted by name. `memberId` keeps the list to the applications of that member. */
export async function findApplications(
  userId: string,
  { memberId, search, page, size }: PageRequest & { memberId: string | null },
): Promise<{ items: ApplicationItem[]; total: number }> {
  const where: Prisma.ApplicationWhereInput = {
    ...(search === "" ? {} : { name: { contains: likeText(search), mode: "insensitive" } }),
    ...(memberId === null ? {} : { memberships: { some: { userId: memberId } } }),
  };
  const [rows, total] = await Promise.all([
    db().application.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: page * size,
      take: size,
      select: selectFor(userId),
    }),
    db().application.count({ where }),
  ]);
  return { items: rows.map((row) => itemOf(row, userId)), total };
}
