import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import type { DeleteAccountInput } from "@/lib/domain/passwords/schema";
import { confirmPassword, hasPassword, requireStrongPassword } from "@/lib/domain/passwords/service";
import { auditActorOf, authorize } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { removeSecondFactor } from "@/lib/domain/second-factor/service";
import { endSessionsOf } from "@/lib/domain/sessions/service";
import { AppError } from "@/lib/errors/app-error";
import { activateAccount, addAccount } from "./add-user";
import { changeUser } from "./change-user";
import { findProvenOwner, findUser, findUserIdByEmail, findUsers } from "./data";
import { moveApplications, removeUser, updateFields } from "./mutations";
import type { CreateUserInput, DeleteUserInput, EmailAddress, UpdateProfileInput, UpdateUserInput } from "./schema";
import type { NewAccount, User, UserItem, UserPage, UserQuery } from "./types";
import { deletionRefusal, resetRefusal, updateRefusal } from "./utils";

/** Sign-ups that come first together wait for each other, each with a connection of the pool in hand. */
export const userCreationPatience = { maxWait: 10_000, timeout: 10_000 } as const;

/**
 * Makes an active user. Of any number of calls that run together on an empty installation exactly one makes the owner.
 *
 * @throws AppError `conflict` when the address is taken, `invalid_request` for a password that is too easy to guess
 */
export async function createUser(actor: Actor, input: CreateUserInput): Promise<User> {
  const { password, role, ...shown } = input;
  requireStrongPassword(password, shown, "password");
  const account = { ...shown, passwordHash: await hashPassword(password), status: "ACTIVE" } as const;
  return db().$transaction(async (tx) => {
    const user = await addAccount(tx, account, role);
    if (user === null) throw new AppError("conflict", `A user with the address ${shown.email} is already there.`);
    const object = { objectType: "user", objectId: user.id } as const;
    await recordAuditEvents(tx, [{ actor, action: "user.create", ...object, result: "success" }]);
    return user;
  }, userCreationPatience);
}

/** @throws AppError `not_found` */
export async function requireUserIdByEmail(tx: Prisma.TransactionClient, email: EmailAddress): Promise<string> {
  const id = await findUserIdByEmail(tx, email);
  if (id === null) throw new AppError("not_found", `Nobody has the address ${email}.`);
  return id;
}

/** Adds an account, the first ever as owner of the installation; null when the address is taken. */
export function addUser(tx: Prisma.TransactionClient, account: NewAccount): Promise<User | null> {
  return addAccount(tx, account);
}

export function findAccount(tx: Prisma.TransactionClient, email: string): Promise<UserItem | null> {
  return findUser(tx, { email });
}

/** Gives an account that nobody proved to own another password and name. */
export function replaceUnverified(
  tx: Prisma.TransactionClient,
  userId: string,
  { firstName, lastName, passwordHash }: NewAccount,
): Promise<UserItem> {
  return updateFields(tx, userId, { firstName, lastName, passwordHash });
}

/**
 * From now on the user can sign in, and is a member of what their address was invited to. The first who gets this far
 * owns the installation, should the one who signed up first never have proved their address.
 */
export function activateUser(
  tx: Prisma.TransactionClient,
  actor: Actor,
  user: Pick<User, "id" | "email">,
  now: Date,
): Promise<void> {
  return activateAccount(tx, actor, user, now);
}

/** Changes the caller's own name. */
export async function updateProfile(caller: Caller, input: UpdateProfileInput): Promise<UserItem> {
  return db().$transaction(async (tx) => {
    const user = await updateFields(tx, caller.userId, input);
    const object = { objectType: "user", objectId: caller.userId } as const;
    const actor = auditActorOf(caller);
    await recordAuditEvents(tx, [{ actor, action: "account.update", ...object, result: "success" }]);
    return user;
  });
}

/** @throws AppError `forbidden` */
export async function listUsers(caller: Caller, query: UserQuery): Promise<UserPage> {
  await authorize({ actor: caller, action: "user.list" });
  return findUsers(db(), query);
}

function refuseIf(reason: string | null): void {
  if (reason !== null) throw new AppError("forbidden", reason);
}

/**
 * Changes the role or the status of another user. The role OWNER hands the installation over: the caller becomes an
 * administrator. Who is disabled is signed out everywhere.
 *
 * @throws AppError `forbidden`, `not_found`, `conflict` when the new owner is not active
 */
export async function updateUser(
  caller: Caller,
  userId: string,
  input: UpdateUserInput,
  now = new Date(),
): Promise<UserItem> {
  await authorize({ actor: caller, action: "user.update" });
  return changeUser({ caller, action: "user.update", userId }, async (tx, { actor, target }) => {
    refuseIf(updateRefusal(actor, target, input));
    const { globalRole = target.globalRole, status = target.status } = input;
    if (globalRole === "OWNER" && status !== "ACTIVE") throw new AppError("conflict", "The owner must be active.");
    if (globalRole === "OWNER") await updateFields(tx, actor.id, { globalRole: "ADMINISTRATOR" });
    if (status === "DISABLED") await endSessionsOf(tx, target.id);
    if (status === "ACTIVE" && target.status === "UNVERIFIED") {
      await activateAccount(tx, auditActorOf(caller), target, now);
    }
    return updateFields(tx, target.id, { globalRole, status });
  });
}

async function handOverAndRemove(tx: Prisma.TransactionClient, userId: string, deleterId: string | null) {
  const newOwnerId = deleterId ?? (await findProvenOwner(tx))?.id;
  if (newOwnerId === undefined) throw new AppError("conflict", "Nobody is there to take over the applications.");
  await moveApplications(tx, userId, newOwnerId);
  await removeUser(tx, userId);
}

/**
 * Deletes another user. Their applications pass to the caller or to the owner of the installation.
 *
 * @throws AppError `forbidden`, `not_found`
 */
export async function deleteUser(caller: Caller, userId: string, { replacer }: DeleteUserInput): Promise<void> {
  await authorize({ actor: caller, action: "user.delete" });
  await changeUser({ caller, action: "user.delete", userId }, async (tx, { actor, target }) => {
    refuseIf(deletionRefusal(actor, target));
    await handOverAndRemove(tx, target.id, replacer === "deleter" ? actor.id : null);
  });
}

/**
 * Takes the second factor of another user away who lost it, and signs them out everywhere.
 *
 * @throws AppError `forbidden`, `not_found`, `conflict` when they have none
 */
export async function resetSecondFactor(caller: Caller, userId: string, now = new Date()): Promise<void> {
  await authorize({ actor: caller, action: "user.reset_second_factor" });
  await changeUser({ caller, action: "user.reset_second_factor", userId }, (tx, { actor, target }) => {
    refuseIf(resetRefusal(actor, target));
    return removeSecondFactor(tx, auditActorOf(caller), target, now);
  });
}

/** The password, or the typed address of an account that has none. @throws AppError `invalid_request` naming the field */
async function confirmDeletion(caller: Caller, { password = "", email }: DeleteAccountInput, now: Date): Promise<void> {
  if (await hasPassword(caller.userId)) return confirmPassword(caller, password, "password", now);
  if (email === caller.email) return;
  const detail = "is not the address of your account";
  throw new AppError("invalid_request", `email ${detail}.`, { fields: [{ name: "email", detail }] });
}

/**
 * Deletes the caller's own account. Their applications pass to the owner of the installation.
 *
 * @throws AppError `invalid_request` naming the password or the address, `forbidden` for the owner
 */
export async function deleteAccount(caller: Caller, input: DeleteAccountInput, now = new Date()): Promise<void> {
  await confirmDeletion(caller, input, now);
  await changeUser({ caller, action: "user.delete", userId: caller.userId }, async (tx, { target }) => {
    if (target.globalRole === "OWNER") throw new AppError("forbidden", "Hand over the ownership first.");
    await handOverAndRemove(tx, target.id, null);
  });
}
