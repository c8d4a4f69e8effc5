import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import type { Application } from "./types";

/** Null when the name is taken; a conflict reported by the database would end the caller's transaction. */
export async function insertApplication(tx: Prisma.TransactionClient, name: string): Promise<Application | null> {
  const application = { id: randomUUID(), name };
  const { count } = await tx.application.createMany({ data: application, skipDuplicates: true });
  return count === 1 ? application : null;
}

export async function insertOwner(tx: Prisma.TransactionClient, applicationId: string, userId: string): Promise<void> {
  await tx.membership.create({ data: { applicationId, userId, role: "OWNER" }, select: { userId: true } });
}

export async function updateApplicationName(tx: Prisma.TransactionClient, { id, name }: Application): Promise<void> {
  await tx.application.update({ where: { id }, data: { name }, select: { id: true } });
}

/** With its members, invitations, services and keys. */
export async function deleteApplication(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.application.delete({ where: { id }, select: { id: true } });
}
