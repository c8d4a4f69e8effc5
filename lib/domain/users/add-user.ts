import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/audit/types";
import { acceptInvitations } from "@/lib/domain/members/service";
import { findProvenOwner, isAnyUserThere } from "./data";
import { demoteUnverifiedOwners, insertUser, lockOwnership, updateFields } from "./mutations";
import type { NewAccount, Role, User } from "./types";

// Only the first user needs the lock, and who waited for it may not be the first any more.
async function defaultRole(tx: Prisma.TransactionClient): Promise<Role> {
  if (await isAnyUserThere(tx)) return "USER";
  await lockOwnership(tx);
  return (await isAnyUserThere(tx)) ? "USER" : "OWNER";
}

/** See `addUser`. @param role absent: OWNER for the first user ever, USER for all later ones */
export async function addAccount(tx: Prisma.TransactionClient, account: NewAccount, role?: Role): Promise<User | null> {
  return insertUser(tx, account, role ?? (await defaultRole(tx)));
}

async function takeOverOwnership(tx: Prisma.TransactionClient, id: string): Promise<void> {
  if ((await findProvenOwner(tx)) !== null) return;
  await lockOwnership(tx);
  if ((await findProvenOwner(tx)) !== null) return;
  await demoteUnverifiedOwners(tx);
  await updateFields(tx, id, { globalRole: "OWNER" });
}

/** See `activateUser`. */
export async function activateAccount(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id: userId, email }: Pick<User, "id" | "email">,
  now: Date,
): Promise<void> {
  await takeOverOwnership(tx, userId);
  await updateFields(tx, userId, { status: "ACTIVE" });
  await acceptInvitations(tx, actor, { userId, email }, now);
}
