import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { requireUserIdByEmail } from "@/lib/domain/users/service";
import { AppError } from "@/lib/errors/app-error";
import { findApplicationByName } from "./data";
import { insertApplication, insertOwner } from "./mutations";
import type { CreateApplicationInput } from "./schema";
import type { Application } from "./types";

async function recordCreation(tx: Prisma.TransactionClient, actor: Actor, application: Application): Promise<void> {
  const object = { objectType: "application", objectId: application.id } as const;
  await recordAuditEvents(tx, [{ actor, action: "application.create", ...object, result: "success" }]);
}

/** @throws AppError `conflict` when the name is taken, `not_found` when nobody has the owner's address */
export function createApplication(actor: Actor, input: CreateApplicationInput): Promise<Application> {
  return db().$transaction(async (tx) => {
    const ownerId = input.ownerEmail === undefined ? null : await requireUserIdByEmail(tx, input.ownerEmail);
    const application = await insertApplication(tx, input.name);
    if (application === null) throw new AppError("conflict", `An application named ${input.name} is already there.`);
    if (ownerId !== null) await insertOwner(tx, application.id, ownerId);
    await recordCreation(tx, actor, application);
    return application;
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
    await recordCreation(tx, actor, created);
    return created;
  }
  // Somebody else made it in between; their row is visible now, since the insert waited for their commit.
  const made = await findApplicationByName(tx, name);
  if (made === null) throw new AppError("conflict", `The application ${name} was just removed.`);
  return made;
}
