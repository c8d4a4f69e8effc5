import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { AppError } from "@/lib/errors/app-error";
import { findUserIdByEmail, isAnyUserThere } from "./data";
import { insertUser, lockUserCreation } from "./mutations";
import type { CreateUserInput, EmailAddress } from "./schema";
import type { User } from "./types";

/**
 * Makes an active user. Of any number of calls that run together on an empty installation exactly one makes the owner.
 *
 * @throws AppError `conflict` when the address is taken
 */
export async function createUser(actor: Actor, input: CreateUserInput): Promise<User> {
  const { password, role, ...shown } = input;
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    await lockUserCreation(tx);
    const globalRole = role ?? ((await isAnyUserThere(tx)) ? "USER" : "OWNER");
    const user = await insertUser(tx, { ...shown, globalRole, passwordHash });
    if (user === null) throw new AppError("conflict", `A user with the address ${shown.email} is already there.`);
    const object = { objectType: "user", objectId: user.id } as const;
    await recordAuditEvents(tx, [{ actor, action: "user.create", ...object, result: "success" }]);
    return user;
  });
}

/** @throws AppError `not_found` */
export async function requireUserIdByEmail(tx: Prisma.TransactionClient, email: EmailAddress): Promise<string> {
  const id = await findUserIdByEmail(tx, email);
  if (id === null) throw new AppError("not_found", `Nobody has the address ${email}.`);
  return id;
}
