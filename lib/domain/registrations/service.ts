import { inEvenTime } from "@/lib/auth/even-time";
import { takeAddressMail, takeNetworkMail } from "@/lib/auth/mail-throttle";
import { redeemToken } from "@/lib/auth/mail-token";
import { hashPassword } from "@/lib/auth/password";
import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { requireStrongPassword } from "@/lib/domain/passwords/service";
import type { EmailAddress } from "@/lib/domain/users/schema";
import { activateUser, findAccount, userCreationPatience } from "@/lib/domain/users/service";
import { AppError } from "@/lib/errors/app-error";
import { isAnybodyThere, isInvited } from "./data";
import { mailVerification } from "./mail-verification";
import { register } from "./register";
import type { ResendInput, SignUpInput, VerifyEmailInput } from "./schema";
import type { SignUpAnswer } from "./types";

async function answerSignUp(input: SignUpInput, ip: string | null, now: Date): Promise<SignUpAnswer> {
  const { password, invitationToken, ...person } = input;
  requireStrongPassword(password, person, "password");
  const isMailOn = config().mail.enabled;
  const isProven = invitationToken !== undefined && (await isInvited(person.email, invitationToken, now));
  const isActiveAtOnce = !isMailOn || isProven;
  const isMailAllowed = isMailOn && (await takeNetworkMail(ip, now));
  const account = { ...person, passwordHash: await hashPassword(password), status: "UNVERIFIED" } as const;
  const registration = { account, isActiveAtOnce, isMailAllowed, ip, now };
  await db().$transaction((tx) => register(tx, registration), userCreationPatience);
  return { next: isActiveAtOnce ? "sign_in" : "verify_email" };
}

/**
 * Signs somebody up. A known address gets the same answer after the same time; its owner gets a mail. With mail the
 * account waits until its address is verified, without it is active at once. The first account becomes the owner.
 *
 * @throws AppError `invalid_request` for a password that is too easy to guess
 */
export function signUp(input: SignUpInput, ip: string | null, now = new Date()): Promise<SignUpAnswer> {
  return inEvenTime(() => answerSignUp(input, ip, now));
}

/** Activates the account that the mailed link belongs to. @throws AppError `not_found` when the link is no longer good */
export async function verifyEmail({ token }: VerifyEmailInput, ip: string | null, now = new Date()): Promise<void> {
  await db().$transaction(async (tx) => {
    const holder = await redeemToken(tx, token, "VERIFY", now);
    const account = holder === null ? null : await findAccount(tx, holder.email);
    if (account?.status !== "UNVERIFIED") {
      throw new AppError("not_found", "The link is unknown, was used or has expired.");
    }
    const actor = { userId: account.id, label: account.email, ip };
    await activateUser(tx, actor, account, now);
    const object = { objectType: "user", objectId: account.id } as const;
    await recordAuditEvents(tx, [{ actor, action: "user.verify", ...object, result: "success" }]);
  }, userCreationPatience);
}

async function mailAgain(email: string, ip: string | null, now: Date): Promise<void> {
  if (!config().mail.enabled || !(await takeNetworkMail(ip, now))) return;
  await db().$transaction(async (tx) => {
    const account = await findAccount(tx, email);
    if (account?.status !== "UNVERIFIED" || !(await takeAddressMail(tx, email, now))) return;
    await mailVerification(tx, account, now);
  });
}

/** Mails another link to an address that waits for its verification, if it does; the caller cannot tell. */
export function resendVerification({ email }: ResendInput, ip: string | null, now = new Date()): Promise<void> {
  return inEvenTime(() => mailAgain(email, ip, now));
}

/** Whether the token came with an invitation to this address that is still open. */
export function isInvitationGood(email: EmailAddress, token: string, now: Date): Promise<boolean> {
  return isInvited(email, token, now);
}

/** Whether the next account will own the installation. */
export async function isFirstAccount(): Promise<boolean> {
  return !(await isAnybodyThere());
}
