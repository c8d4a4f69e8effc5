import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { AppError } from "@/lib/errors/app-error";
import { findUserIdByEmail, isAnyUserThere } from "./data";
import { insertUser, lockUserCreation } from "./mutations";
import type { CreateUserInput, EmailAddress } from "./schema";
import type { Role, User } from "./types";

// Sign-ups that come first together wait for each other, each with a connection of the pool in hand.
const patience = { maxWait: 10_000, timeout: 10_000 } as const;

// Only the first user needs the lock, and who waited for it may not be the first any more.
async function defaultRole(tx: Prisma.TransactionClient): Promise<Role> {
  if (await isAnyUserThere(tx)) return "USER";
  await lockUserCreation(tx);
  return (await isAnyUserThere(tx)) ? "USER" : "OWNER";
}

/**
 * Makes an active user. Of any number of calls that run together on an empty installation exactly one makes the owner.
 *
 * @throws AppError `conflict` when the address is taken
 */
export async function createUser(actor: Actor, input: CreateUserInput): Promise<User> {
  const { password, role, ...shown } = input;
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    const globalRole = role ?? (await defaultRole(tx));
    const user = await insertUser(tx, { ...shown, globalRole, passwordHash });
    if (user === null) throw new AppError("conflict", `A user with the address ${shown.email} is already there.`);
    const object = { objectType: "user", objectId: user.id } as const;
    await recordAuditEvents(tx, [{ actor, action: "user.create", ...object, result: "success" }]);
    return user;
  }, patience);
}

/** @throws AppError `not_found` */
export async function requireUserIdByEmail(tx: Prisma.TransactionClient, email: EmailAddress): Promise<string> {
  const id = await findUserIdByEmail(tx, email);
  if (id === null) throw new AppError("not_found", `Nobody has the address ${email}.`);
  return id;
}
