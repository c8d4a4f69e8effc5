import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { likeText } from "@/lib/db/like-text";
import type { Subject, SubjectItem, SubjectOrder, SubjectPageRequest } from "./types";

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

/** Null when the service has none of that id. */
export function findSubjectById(tx: Prisma.TransactionClient, serviceId: string, id: string): Promise<Subject | null> {
  return tx.subject.findFirst({ where: { id, serviceId }, select: { id: true, name: true } });
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

/** Of a subject `s`. */
const itemColumns = Prisma.sql`s."id", s."name", s."createdAt",
  (SELECT count(*)::int FROM "Face" f WHERE f."subjectId" = s."id") AS "faceCount",
  (SELECT f."id" FROM "Face" f JOIN "FaceImage" i ON i."faceId" = f."id"
    WHERE f."subjectId" = s."id" ORDER BY f."id" LIMIT 1) AS "thumbnailFaceId"`;

/** Of a subject `s`; the name settles what is equal. */
const orders = {
  name: Prisma.sql`lower(s."name")`,
  createdAt: Prisma.sql`s."createdAt" DESC, lower(s."name")`,
  faceCount: Prisma.sql`(SELECT count(*) FROM "Face" f WHERE f."subjectId" = s."id") DESC, lower(s."name")`,
} as const satisfies Record<SubjectOrder, Prisma.Sql>;

/** One page of a service's subjects, with what is counted and looked up only for those on it. */
export async function findSubjectPage(
  serviceId: string,
  { search, sort, page, size }: SubjectPageRequest,
): Promise<{ items: SubjectItem[]; total: number }> {
  const order = orders[sort];
  const isFound = search === "" ? Prisma.empty : Prisma.sql`AND s."name" ILIKE ${`%${likeText(search)}%`}`;
  const where = Prisma.sql`FROM "Subject" s WHERE s."serviceId" = ${serviceId}::uuid ${isFound}`;
  const [items, counted] = await Promise.all([
    db().$queryRaw<SubjectItem[]>`
      SELECT ${itemColumns}
      FROM (SELECT s."id", s."name", s."createdAt" ${where} ORDER BY ${order} LIMIT ${size} OFFSET ${page * size}) s
      ORDER BY ${order}`,
    db().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${where}`,
  ]);
  return { items, total: counted[0]?.total ?? 0 };
}

/** Null when the service has none of that id. */
export async function findSubjectItem(serviceId: string, id: string): Promise<SubjectItem | null> {
  const rows = await db().$queryRaw<SubjectItem[]>`
    SELECT ${itemColumns}
    FROM "Subject" s WHERE s."serviceId" = ${serviceId}::uuid AND s."id" = ${id}::uuid`;
  return rows[0] ?? null;
}
