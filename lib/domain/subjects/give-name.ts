import type { ServiceScope } from "@/lib/auth/service-scope";
import type { Prisma } from "@/lib/db/generated/client";
import { recordByPerson } from "@/lib/domain/collections/service";
import { AppError } from "@/lib/errors/app-error";
import { recordChange } from "@/lib/search/collection-version";
import { findSubject } from "./data";
import { deleteSubjectRow, moveFaces, updateName } from "./mutations";
import type { Subject } from "./types";

export const nameTaken = () => new AppError("conflict", "A subject of this name exists already.");

export interface NewName {
  readonly name: string;
  /** Whether the faces may go to another subject that has the name. */
  readonly merge: boolean;
}

/**
 * Renames a subject, or puts it together with the one that has the name. Needs the collection's lock.
 *
 * @returns the subject that has the name now
 * @throws AppError `conflict` when another has it and they are not to be put together
 */
export async function giveName(
  tx: Prisma.TransactionClient,
  scope: ServiceScope,
  { id }: Subject,
  { name, merge }: NewName,
): Promise<Subject> {
  const other = await findSubject(tx, scope.serviceId, name);
  if (other !== null && other.id !== id) {
    if (!merge) throw nameTaken();
    await mergeSubjects(tx, scope, id, other.id);
    return other;
  }
  await updateName(tx, id, name);
  await recordByPerson(tx, scope, [{ action: "subject.rename", objectType: "subject", objectId: id }]);
  return { id, name };
}

async function mergeSubjects(
  tx: Prisma.TransactionClient,
  scope: ServiceScope,
  subjectId: string,
  otherSubjectId: string,
): Promise<void> {
  const merged = [subjectId, otherSubjectId].map((objectId) => ({ objectType: "subject" as const, objectId }));
  await recordByPerson(
    tx,
    scope,
    merged.map((object) => ({ action: "subject.merge", ...object })),
  );
  await moveFaces(tx, subjectId, otherSubjectId);
  await deleteSubjectRow(tx, subjectId);
  await recordChange(tx, scope.serviceId, [{ kind: "SUBJECT_MERGED", subjectId, otherSubjectId }]);
}
