import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { newRowId } from "@/lib/db/row-id";
import { changeCollection, recordByPerson, requireKeyScope } from "@/lib/domain/collections/service";
import { AppError } from "@/lib/errors/app-error";
import { recordChange } from "@/lib/search/collection-version";
import {
  countFacesOf,
  findAllSubjects,
  findSubject,
  findSubjectById,
  findSubjectItem,
  findSubjectNames,
  findSubjectPage,
  findSubjects,
} from "./data";
import { giveName, type NewName, nameTaken } from "./give-name";
import { deleteSubjectRow, deleteSubjectRows, insertSubject, insertSubjects } from "./mutations";
import type { Subject, SubjectItem, SubjectPage, SubjectPageRequest } from "./types";
import { isCallable, nameCharactersMax, readSubjectName } from "./utils";

const missing = () => new AppError("not_found", "The subject does not exist.");

/** A name in the form in which it is stored. @throws AppError `invalid_request` for what cannot be one */
export function requireSubjectName(text: string): string {
  const name = readSubjectName(text);
  if (name !== null) return name;
  const detail = `must have 1 to ${nameCharactersMax} characters, none of them zero or half a surrogate pair`;
  throw new AppError("invalid_request", `The subject's name ${detail}.`, { fields: [{ name: "subject", detail }] });
}

/**
 * As `requireSubjectName`, for names that no wire has looked at: what callers could not name again is refused too.
 *
 * @throws AppError `invalid_request`
 */
export function requireCallableName(text: string): string {
  const name = requireSubjectName(text);
  if (isCallable(name)) return name;
  throw new AppError("invalid_request", "The subject's name cannot be blank, '.' or '..' or hold control characters.");
}

/** @throws AppError `invalid_request`; `conflict` when there is one of that name, in whatever case; `forbidden` */
export async function createSubject(scope: ServiceScope, name: string): Promise<Subject> {
  const wanted = requireSubjectName(name);
  return changeCollection(scope, "enrol", async (tx) => {
    const id = await insertSubject(tx, scope.serviceId, wanted);
    if (id === null) throw nameTaken();
    await recordByPerson(tx, scope, [{ action: "subject.create", objectType: "subject", objectId: id }]);
    return { id, name: wanted };
  });
}

/** The names of all subjects, with faces or without, sorted ignoring case. */
export async function listSubjects(scope: ServiceScope): Promise<string[]> {
  requireKeyScope(scope, "read");
  return findSubjectNames(scope.serviceId);
}

/** Subjects whose names hold the text, with what a list of them shows. @throws AppError `forbidden` */
export async function searchSubjects(scope: ServiceScope, wanted: SubjectPageRequest): Promise<SubjectPage> {
  requireKeyScope(scope, "read");
  const found = await findSubjectPage(scope.serviceId, wanted);
  return { ...found, page: wanted.page, size: wanted.size, keepsPictures: scope.settings.saveImages };
}

/** One of them. @throws AppError `not_found`; `forbidden` */
export async function readSubject(scope: ServiceScope, id: string): Promise<SubjectItem> {
  requireKeyScope(scope, "read");
  const subject = await findSubjectItem(scope.serviceId, id);
  if (subject === null) throw missing();
  return subject;
}

/** The service's subject of that name, in whatever case. */
export async function findSubjectByName(serviceId: string, name: string): Promise<Subject | null> {
  const wanted = readSubjectName(name);
  return wanted === null ? null : findSubject(db(), serviceId, wanted);
}

/** Names by id, of those that are subjects of the service. */
export async function nameSubjects(scope: ServiceScope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  requireKeyScope(scope, "read");
  const subjects = await findSubjects(scope.serviceId, ids);
  return new Map(subjects.map(({ id, name }) => [id, name]));
}

/**
 * Renames a subject; when another one has the new name, the faces go to that one and the old subject is removed.
 *
 * @returns `isUpdated` false when the two names are the same letter by letter, whether there is such a subject or not
 * @throws AppError `invalid_request` for the new name; `not_found`; `forbidden`
 */
export async function renameSubject(
  scope: ServiceScope,
  oldName: string,
  newName: string,
): Promise<{ readonly isUpdated: boolean }> {
  requireKeyScope(scope, "enrol");
  const [from, to] = [readSubjectName(oldName), requireSubjectName(newName)];
  if (from === to) return { isUpdated: false };
  await changeCollection(scope, "enrol", async (tx) => {
    const subject = await requireSubject(tx, scope.serviceId, from);
    await giveName(tx, scope, subject, { name: to, merge: true });
  });
  return { isUpdated: true };
}

/**
 * `renameSubject` by id, which puts two subjects together only when told so.
 *
 * @returns the subject that has the name now, another one after a merge
 * @throws AppError `invalid_request`; `not_found`; `conflict` when another subject has the name and `merge` is false; `forbidden`
 */
export async function renameSubjectById(scope: ServiceScope, id: string, wanted: NewName): Promise<Subject> {
  const to = { ...wanted, name: requireSubjectName(wanted.name) };
  return changeCollection(scope, "enrol", async (tx) => {
    return giveName(tx, scope, await requireSubjectById(tx, scope.serviceId, id), to);
  });
}

/** Removes a subject with its faces. @returns its stored spelling @throws AppError `not_found`; `forbidden` */
export function deleteSubject(scope: ServiceScope, name: string): Promise<{ readonly name: string }> {
  return changeCollection(scope, "delete", async (tx) => {
    const subject = await requireSubject(tx, scope.serviceId, readSubjectName(name));
    await removeSubject(tx, scope, subject.id);
    return { name: subject.name };
  });
}

/** `deleteSubject` by id. @throws AppError `not_found`; `forbidden` */
export function deleteSubjectById(scope: ServiceScope, id: string): Promise<void> {
  return changeCollection(scope, "delete", async (tx) => {
    await requireSubjectById(tx, scope.serviceId, id);
    await removeSubject(tx, scope, id);
  });
}

/** Removes a subject, if it is there, with its faces. @returns how many faces it had */
export function deleteFacesOf(scope: ServiceScope, name: string): Promise<number> {
  return changeCollection(scope, "delete", async (tx) => {
    const wanted = readSubjectName(name);
    const subject = wanted === null ? null : await findSubject(tx, scope.serviceId, wanted);
    if (subject === null) return 0;
    const count = await countFacesOf(tx, subject.id);
    await removeSubject(tx, scope, subject.id);
    return count;
  });
}

/** Empties the collection. @returns how many subjects there were @throws AppError `forbidden` */
export function deleteAllSubjects(scope: ServiceScope): Promise<{ readonly count: number }> {
  return changeCollection(scope, "delete", async (tx) => {
    const count = await deleteSubjectRows(tx, scope.serviceId);
    if (count > 0) await recordChange(tx, scope.serviceId, [{ kind: "ALL_REMOVED" }]);
    return { count };
  });
}

/** The subject of that name, made in the caller's transaction where there is none. Needs the collection's lock. */
export async function ensureSubject(tx: Prisma.TransactionClient, serviceId: string, name: string): Promise<Subject> {
  const existing = await findSubject(tx, serviceId, name);
  if (existing !== null) return existing;
  await insertSubject(tx, serviceId, name);
  return requireSubject(tx, serviceId, name);
}

interface SubjectCopy {
  readonly snapshot: Prisma.TransactionClient;
  readonly from: string;
  readonly tx: Prisma.TransactionClient;
  readonly to: string;
}

/**
 * Copies the subjects of one service, as they are in a snapshot, into another, which has none.
 *
 * @returns the ids of the copies by the ids of the subjects
 */
export async function copySubjects({ snapshot, from, tx, to }: SubjectCopy): Promise<ReadonlyMap<string, string>> {
  const subjects = await findAllSubjects(snapshot, from);
  const copies = new Map(subjects.map(({ id, createdAt }) => [id, newRowId(createdAt.getTime())]));
  const rows = subjects.map((subject) => ({ ...subject, id: copies.get(subject.id) as string }));
  await insertSubjects(tx, to, rows);
  return copies;
}

async function requireSubject(tx: Prisma.TransactionClient, serviceId: string, name: string | null): Promise<Subject> {
  const subject = name === null ? null : await findSubject(tx, serviceId, name);
  if (subject === null) throw missing();
  return subject;
}

/** The subject of that id. @throws AppError `not_found` when it is none of the service's */
export async function requireSubjectById(
  tx: Prisma.TransactionClient,
  serviceId: string,
  id: string,
): Promise<Subject> {
  const subject = await findSubjectById(tx, serviceId, id);
  if (subject === null) throw missing();
  return subject;
}

async function removeSubject(tx: Prisma.TransactionClient, scope: ServiceScope, subjectId: string): Promise<void> {
  await recordByPerson(tx, scope, [{ action: "subject.delete", objectType: "subject", objectId: subjectId }]);
  await deleteSubjectRow(tx, subjectId);
  await recordChange(tx, scope.serviceId, [{ kind: "SUBJECT_REMOVED", subjectId }]);
}
