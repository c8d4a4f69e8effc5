import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Subject } from "./types";

/** Ignoring case, by the index on `lower(name)`. */
export async function findSubject(
  tx: Prisma.TransactionClient,
  serviceId: string,
  name: string,
): Promise<Subject | null> {
  const rows = await tx.$queryRaw<Subject[]>`
    SELECT "id", "name" FROM "Subject"
    WHERE "serviceId" = ${serviceId}::uuid AND lower("name") = lower(${name})`;
  return rows[0] ?? null;
}

/** Sorted ignoring case. */
export async function findSubjectNames(serviceId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "Subject" WHERE "serviceId" = ${serviceId}::uuid ORDER BY lower("name")`;
  return rows.map(({ name }) => name);
}

/** The names of those that are there. */
export async function findSubjects(serviceId: string, ids: readonly string[]): Promise<Subject[]> {
  const where = { serviceId, id: { in: [...ids] } };
  return db().subject.findMany({ where, select: { id: true, name: true } });
}

export function countFacesOf(tx: Prisma.TransactionClient, subjectId: string): Promise<number> {
  return tx.face.count({ where: { subjectId } });
}

/** Every subject of the service. */
export function findAllSubjects(tx: Prisma.TransactionClient, serviceId: string) {
  return tx.subject.findMany({ where: { serviceId }, select: { id: true, name: true, createdAt: true } });
}
