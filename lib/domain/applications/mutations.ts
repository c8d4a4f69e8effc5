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
