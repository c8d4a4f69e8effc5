import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import { shownFields } from "./data";
import type { NewAccount, Role, UpdatedFields, User, UserItem } from "./types";

// Any number will do that no other lock of this database uses.
const ownershipLock = 72_707_370;

/** Until the transaction ends, nobody else becomes the owner of the installation or stops being it. */
export async function lockOwnership(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ownershipLock}::bigint)`;
}

/** Null when the address is taken. */
export async function insertUser(
  tx: Prisma.TransactionClient,
  { passwordHash, status, ...shown }: NewAccount,
  globalRole: Role,
): Promise<User | null> {
  const created: User = { id: randomUUID(), ...shown, globalRole };
  const { count } = await tx.user.createMany({ data: { ...created, passwordHash, status }, skipDuplicates: true });
  return count === 1 ? created : null;
}

/** @throws AppError `not_found` */
export function updateFields(tx: Prisma.TransactionClient, id: string, data: UpdatedFields): Promise<UserItem> {
  return tx.user.update({ where: { id }, data, select: shownFields });
}

/** Whoever signed up first but never proved their address does not own the installation any more. */
export async function demoteUnverifiedOwners(tx: Prisma.TransactionClient): Promise<void> {
  await tx.user.updateMany({ where: { globalRole: "OWNER", status: "UNVERIFIED" }, data: { globalRole: "USER" } });
}

/** Hands over every application that one user owns. The applications are locked first, as for any other change of theirs. */
export async function moveApplications(tx: Prisma.TransactionClient, fromId: string, toId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT a.id FROM "Application" a JOIN "Membership" m ON m."applicationId" = a.id
    WHERE m."userId" = ${fromId}::uuid AND m.role = 'OWNER' ORDER BY a.id FOR NO KEY UPDATE OF a`;
  await tx.$executeRaw`
    INSERT INTO "Membership" ("userId", "applicationId", role)
    SELECT ${toId}::uuid, "applicationId", 'OWNER' FROM "Membership"
    WHERE "userId" = ${fromId}::uuid AND role = 'OWNER'
    ON CONFLICT ("userId", "applicationId") DO UPDATE SET role = 'OWNER'`;
}

export async function removeUser(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.user.delete({ where: { id }, select: { id: true } });
}
