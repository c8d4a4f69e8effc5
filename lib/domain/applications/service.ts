import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { violatedConstraint } from "@/lib/db/translate-error";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { auditActorOf, authorize, change } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { requireUserIdByEmail } from "@/lib/domain/users/service";
import { AppError } from "@/lib/errors/app-error";
import { findApplication, findApplicationByName, findApplications } from "./data";
import { deleteApplication, insertApplication, insertOwner, updateApplicationName } from "./mutations";
import type { CreateApplicationInput } from "./schema";
import type { Application, ApplicationItem, Page, PageRequest } from "./types";

interface InApplication {
  readonly actor: Caller;
  readonly applicationId: string;
}

const nameTaken = (name: string) => new AppError("conflict", `An application named ${name} is already there.`);

async function record(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: `application.${string}`,
  objectId: string,
): Promise<void> {
  await recordAuditEvents(tx, [{ actor, action, objectType: "application", objectId, result: "success" }]);
}

async function insertOwned(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { name, ownerId }: { name: string; ownerId: string | null },
): Promise<Application> {
  const application = await insertApplication(tx, name);
  if (application === null) throw nameTaken(name);
  if (ownerId !== null) await insertOwner(tx, application.id, ownerId);
  await record(tx, actor, "application.create", application.id);
  return application;
}

async function requireApplication(
  tx: Prisma.TransactionClient,
  { actor, applicationId }: InApplication,
): Promise<ApplicationItem> {
  const found = await findApplication(tx, { id: applicationId, userId: actor.userId });
  if (found === null) throw new AppError("not_found", "The object does not exist.");
  return found;
}

/**
 * Makes an application on the command line, where nobody is signed in.
 *
 * @throws AppError `conflict` when the name is taken, `not_found` when nobody has the owner's address
 */
export function createApplication(actor: Actor, input: CreateApplicationInput): Promise<Application> {
  return db().$transaction(async (tx) => {
    const ownerId = input.ownerEmail === undefined ? null : await requireUserIdByEmail(tx, input.ownerEmail);
    return insertOwned(tx, actor, { name: input.name, ownerId });
  });
}

/** The application of that name, ignoring case; made when there is none. */
export async function ensureApplication(
  tx: Prisma.TransactionClient,
  actor: Actor,
  name: string,
): Promise<Application> {
  const existing = await findApplicationByName(tx, name);
  if (existing !== null) return existing;
  const created = await insertApplication(tx, name);
  if (created !== null) {
    await record(tx, actor, "application.create", created.id);
    return created;
  }
  // Somebody else made it in between; their row is visible now, since the insert waited for their commit.
  const made = await findApplicationByName(tx, name);
  if (made === null) throw new AppError("conflict", `The application ${name} was just removed.`);
  return made;
}

/** Sorted by name: all of them for the administrators of the installation, for others those they are a member of. */
export async function listApplications({
  actor,
  ...part
}: { actor: Caller } & PageRequest): Promise<Page<ApplicationItem>> {
  await authorize({ actor, action: "application.list" });
  const memberId = actor.globalRole === "USER" ? actor.userId : null;
  const found = await findApplications(actor.userId, { memberId, ...part });
  return { ...found, page: part.page, size: part.size };
}

/** @throws AppError `not_found` */
export async function readApplication({ actor, applicationId }: InApplication): Promise<ApplicationItem> {
  await authorize({ actor, action: "application.read", applicationId });
  return requireApplication(db(), { actor, applicationId });
}

/** Makes an application that the caller owns. @throws AppError `forbidden`; `conflict` when the name is taken */
export async function addApplication({ actor, name }: { actor: Caller; name: string }): Promise<ApplicationItem> {
  await authorize({ actor, action: "application.create" });
  return db().$transaction(async (tx) => {
    const { id } = await insertOwned(tx, auditActorOf(actor), { name, ownerId: actor.userId });
    return requireApplication(tx, { actor, applicationId: id });
  });
}

/** @throws AppError `not_found`, `forbidden`; `conflict` when another application has the name */
export async function renameApplication({
  actor,
  applicationId,
  name,
}: InApplication & { name: string }): Promise<ApplicationItem> {
  try {
    return await change({ actor, action: "application.rename", applicationId }, async (tx) => {
      await updateApplicationName(tx, { id: applicationId, name });
      await record(tx, auditActorOf(actor), "application.rename", applicationId);
      return requireApplication(tx, { actor, applicationId });
    });
  } catch (error) {
    throw violatedConstraint(error) === "Application_name_key" ? nameTaken(name) : error;
  }
}

/**
 * Removes the application and everything in it.
 *
 * @param name must be the application's name, letter by letter
 * @throws AppError `not_found`, `forbidden`; `invalid_request` when the name is another
 */
export function removeApplication({ actor, applicationId, name }: InApplication & { name: string }): Promise<void> {
  return change({ actor, action: "application.delete", applicationId }, async (tx) => {
    const application = await requireApplication(tx, { actor, applicationId });
    requireTypedName(name, application.name);
    await deleteApplication(tx, applicationId);
    await record(tx, auditActorOf(actor), "application.delete", applicationId);
  });
}

/** Guards a removal that cannot be undone. @throws AppError `invalid_request` when the typed name is another */
export function requireTypedName(typed: string, name: string): void {
  if (typed.normalize("NFC").trim() === name) return;
  const fields = [{ name: "name", detail: "must be the name of what is removed" }];
  throw new AppError("invalid_request", "The name that was typed is another one.", { fields });
}
