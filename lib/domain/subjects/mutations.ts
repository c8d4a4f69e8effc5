import type { Prisma } from "@/lib/db/generated/client";
import { newRowId } from "@/lib/db/row-id";

// PostgreSQL takes 32,767 values in one statement.
const rowsPerInsert = 2_000;
// Each takes its faces and their pictures along; together well within the time that one statement has.
const rowsPerDelete = 1_000;

/** @returns its id; null when the service has a subject of that name, in whatever case */
export async function insertSubject(
  tx: Prisma.TransactionClient,
  serviceId: string,
  name: string,
): Promise<string | null> {
  const id = newRowId();
  const { count } = await tx.subject.createMany({ data: { id, serviceId, name }, skipDuplicates: true });
  return count === 1 ? id : null;
}

interface SubjectCopy {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** Puts subjects into a service that has none. */
export async function insertSubjects(
  tx: Prisma.TransactionClient,
  serviceId: string,
  subjects: readonly SubjectCopy[],
): Promise<void> {
  for (let from = 0; from < subjects.length; from += rowsPerInsert) {
    const part = subjects.slice(from, from + rowsPerInsert);
    await tx.subject.createMany({ data: part.map((subject) => ({ ...subject, serviceId })) });
  }
}

export async function updateName(tx: Prisma.TransactionClient, id: string, name: string): Promise<void> {
  await tx.subject.update({ where: { id }, data: { name }, select: { id: true } });
}

/** Gives one subject's faces to another. */
export async function moveFaces(tx: Prisma.TransactionClient, from: string, to: string): Promise<void> {
  await tx.face.updateMany({ where: { subjectId: from }, data: { subjectId: to } });
}

/** With its faces and their pictures. */
export async function deleteSubjectRow(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.subject.delete({ where: { id }, select: { id: true } });
}

/** With all faces and pictures of the service. @returns how many subjects there were */
export async function deleteSubjectRows(tx: Prisma.TransactionClient, serviceId: string): Promise<number> {
  const deleteSome = () => tx.$executeRaw`
    DELETE FROM "Subject" WHERE "id" IN (
      SELECT "id" FROM "Subject" WHERE "serviceId" = ${serviceId}::uuid LIMIT ${rowsPerDelete})`;
  let count = 0;
  for (let deleted = await deleteSome(); deleted > 0; deleted = await deleteSome()) count += deleted;
  return count;
}
