import type { AdminActor } from "@/lib/auth/actor";
import { inEvenTime } from "@/lib/auth/even-time";
import { takeAddressMail, takeNetworkMail } from "@/lib/auth/mail-throttle";
import { issueToken, redeemToken } from "@/lib/auth/mail-token";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { forget, takeTry } from "@/lib/auth/throttle";
import { addressPolicy } from "@/lib/auth/throttle-policy";
import { weaknessOf } from "@/lib/auth/weak-password";
import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { auditActorOf } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { endSessionsOf } from "@/lib/domain/sessions/service";
import { AppError } from "@/lib/errors/app-error";
import { enqueueMail } from "@/lib/mail/outbox";
import { passwordChangedMail, resetMail } from "@/lib/mail/templates";
import { findActiveUser, findPasswordHash } from "./data";
import { updatePassword } from "./mutations";
import type { ChangePasswordInput, RequestResetInput, ResetPasswordInput, SetPasswordInput } from "./schema";

type Person = Pick<AdminActor, "email" | "firstName" | "lastName">;

function refuseField(name: string, detail: string): never {
  throw new AppError("invalid_request", `${name} ${detail}.`, { fields: [{ name, detail }] });
}

/** @throws AppError `invalid_request` naming `field` when the password is too easy to guess */
export function requireStrongPassword(password: string, person: Person, field: string): void {
  const weakness = weaknessOf(password, person, config().passwordLengthMin);
  if (weakness !== null) refuseField(field, weakness);
}

/**
 * Asks for the caller's own password again, before something that a borrowed session must not do.
 *
 * @throws AppError `invalid_request` naming `field`; after ten failures also for the right password, for a while
 */
export async function confirmPassword(
  { userId }: Caller,
  password: string,
  field: string,
  now = new Date(),
): Promise<void> {
  const isAllowed = await takeTry(`user:${userId}`, addressPolicy, now);
  const passwordHash = isAllowed ? await findPasswordHash(userId) : null;
  if (!(await verifyPassword(passwordHash, password))) refuseField(field, "is not your password");
  await forget(`user:${userId}`);
}

/** False for who only came through the identity provider so far. */
export async function hasPassword(userId: string): Promise<boolean> {
  return (await findPasswordHash(userId)) !== null;
}

interface Replacement {
  readonly person: Person & { readonly id: string };
  readonly passwordHash: string;
  readonly keptSessionId?: string;
  readonly actor: Actor;
  readonly action: "user.change_password" | "user.reset_password";
}

async function replacePassword(tx: Prisma.TransactionClient, replacement: Replacement, now: Date): Promise<void> {
  const { person, passwordHash, keptSessionId, actor, action } = replacement;
  await updatePassword(tx, person.id, passwordHash);
  await endSessionsOf(tx, person.id, keptSessionId);
  if (config().mail.enabled) await enqueueMail(tx, { to: person.email, ...passwordChangedMail() }, now);
  await recordAuditEvents(tx, [{ actor, action, objectType: "user", objectId: person.id, result: "success" }]);
}

/** Ends the caller's other sessions. @throws AppError `invalid_request` naming the field */
export async function changePassword(caller: Caller, input: ChangePasswordInput, now = new Date()): Promise<void> {
  requireStrongPassword(input.newPassword, caller, "newPassword");
  await confirmPassword(caller, input.oldPassword, "oldPassword", now);
  const passwordHash = await hashPassword(input.newPassword);
  const actor = auditActorOf(caller);
  const person = { ...caller, id: caller.userId };
  const replacement = { person, passwordHash, keptSessionId: caller.sessionId, actor } as const;
  await db().$transaction((tx) => replacePassword(tx, { ...replacement, action: "user.change_password" }, now));
}

async function mailReset(email: string, ip: string | null, now: Date): Promise<void> {
  if (!config().mail.enabled || !(await takeNetworkMail(ip, now))) return;
  await db().$transaction(async (tx) => {
    const user = await findActiveUser(tx, { email });
    if (user === null || !(await takeAddressMail(tx, email, now))) return;
    const token = await issueToken(tx, { userId: user.id, email }, "RESET", now);
    await enqueueMail(
      tx,
      { to: email, ...resetMail({ link: `${config().publicUrl}/reset-password?token=${token}` }) },
      now,
    );
  });
}

/** Mails a link to choose a new password with, if an active account has the address; the caller cannot tell. */
export function requestPasswordReset({ email }: RequestResetInput, ip: string | null, now = new Date()): Promise<void> {
  return inEvenTime(() => mailReset(email, ip, now));
}

const missing = () => new AppError("not_found", "The link is unknown, was used or has expired.");

/**
 * Signs the user out everywhere.
 *
 * @throws AppError `not_found` for a link that is no longer good; `invalid_request` for a weak password, after which the
 * link still is
 */
export async function resetPassword(input: ResetPasswordInput, ip: string | null, now = new Date()): Promise<void> {
  const email = await db().$transaction(async (tx) => {
    const holder = await redeemToken(tx, input.token, "RESET", now);
    const person = holder === null ? null : await findActiveUser(tx, { id: holder.userId });
    if (person === null || person.email !== holder?.email) throw missing();
    requireStrongPassword(input.password, person, "password");
    const passwordHash = await hashPassword(input.password);
    const actor = { userId: person.id, label: person.email, ip };
    await replacePassword(tx, { person, passwordHash, actor, action: "user.reset_password" }, now);
    return person.email;
  });
  // Who reads the mail is the owner of the account, and need not wait for what strangers tried.
  await forget(`email:${email}`);
}

/**
 * Sets a password on the command line, for who cannot be reached by mail. Signs the user out everywhere.
 *
 * @throws AppError `not_found` when no active account has the address, `invalid_request` for a weak password
 */
export async function setPassword(
  actor: Actor,
  { email, password }: SetPasswordInput,
  now = new Date(),
): Promise<{ readonly email: string }> {
  const person = await findActiveUser(db(), { email });
  if (person === null) throw new AppError("not_found", `No active account has the address ${email}.`);
  requireStrongPassword(password, person, "password");
  const passwordHash = await hashPassword(password);
  const action = "user.reset_password";
  await db().$transaction((tx) => replacePassword(tx, { person, passwordHash, actor, action }, now));
  await forget(`email:${email}`);
  return { email };
}
