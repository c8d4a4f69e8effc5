import { newRecoveryCode } from "@/lib/auth/recovery-code";
import { seal, unseal } from "@/lib/auth/sealed-text";
import { forget, takeTry } from "@/lib/auth/throttle";
import { addressPolicy } from "@/lib/auth/throttle-policy";
import { newTotpSecret, stepOfCode, totpUri } from "@/lib/auth/totp";
import { deriveKey } from "@/lib/config/secrets";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/audit/types";
import { confirmPassword, hasPassword } from "@/lib/domain/passwords/service";
import { auditActorOf } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { AppError } from "@/lib/errors/app-error";
import { concludeChange } from "./change-factor";
import { confirmCaller, refuseCode } from "./confirm-caller";
import { findSecondFactor, findUserByEmail, findWaitingSecret } from "./data";
import { confirmSecret, lockUser, putWaitingSecret, removeSecret, replaceRecoveryCodes } from "./mutations";
import type { BeginEnrolmentInput, ConfirmEnrolmentInput, ProofInput, ResetSecondFactorInput } from "./schema";
import type { Enrolment, RecoveryCodes, SignInMethods } from "./types";

const codesPerUser = 10;
const newCodes = () => Array.from({ length: codesPerUser }, newRecoveryCode);
const ownChange = (caller: Caller) => ({
  userId: caller.userId,
  email: caller.email,
  actor: auditActorOf(caller),
  keptSessionId: caller.sessionId,
});
const isOff = () => new AppError("conflict", "The second factor is off.");

export async function readSignInMethods({ userId }: Caller): Promise<SignInMethods> {
  const [isPasswordSet, { enabledAt, recoveryCodesLeft }] = await Promise.all([
    hasPassword(userId),
    findSecondFactor(userId),
  ]);
  return { hasPassword: isPasswordSet, secondFactor: enabledAt && { enabledAt, recoveryCodesLeft } };
}

/**
 * Makes a secret, which takes the place of one that nobody confirmed. Nothing changes for sign-in yet.
 *
 * @throws AppError `conflict` when a factor is in force, `invalid_request` naming the password where there is one
 */
export async function beginEnrolment(
  caller: Caller,
  { password = "" }: BeginEnrolmentInput,
  now = new Date(),
): Promise<Enrolment> {
  if (await hasPassword(caller.userId)) await confirmPassword(caller, password, "password", now);
  const secret = newTotpSecret();
  const sealed = seal(deriveKey("second-factor"), secret, caller.userId);
  const isPut = await db().$transaction((tx) => putWaitingSecret(tx, caller.userId, sealed, now));
  if (!isPut) throw new AppError("conflict", "The second factor is on already.");
  return { secret, uri: totpUri(secret, caller.email) };
}

/**
 * Puts the factor in force, by the first code of the app. Ends the caller's other sessions.
 *
 * @throws AppError `invalid_request` naming the code, `conflict` when no secret waits for one
 */
export async function confirmEnrolment(
  caller: Caller,
  { code }: ConfirmEnrolmentInput,
  now = new Date(),
): Promise<RecoveryCodes> {
  const key = `code:${caller.userId}` as const;
  const sealed = await findWaitingSecret(caller.userId);
  if (sealed === null) throw new AppError("conflict", "Begin again: no secret waits for its first code.");
  const isAllowed = await takeTry(key, addressPolicy, now);
  const lastStep = isAllowed ? stepOfCode(unseal(deriveKey("second-factor"), sealed, caller.userId), code, now) : null;
  if (lastStep === null) refuseCode("is not the one that the app shows now");
  const recoveryCodes = newCodes();
  await db().$transaction(async (tx) => {
    await lockUser(tx, caller.userId);
    const isConfirmed = await confirmSecret(tx, caller.userId, sealed, { confirmedAt: now, lastStep });
    if (!isConfirmed) throw new AppError("conflict", "Begin again: another secret was made meanwhile.");
    await replaceRecoveryCodes(tx, caller.userId, recoveryCodes);
    await concludeChange(tx, { ...ownChange(caller), action: "second_factor.enable" }, now);
  });
  await forget(key);
  return { recoveryCodes };
}

/** Ten other recovery codes. Ends the caller's other sessions. @throws AppError as `confirmCaller` does, `conflict` when off */
export async function renewRecoveryCodes(caller: Caller, proof: ProofInput, now = new Date()): Promise<RecoveryCodes> {
  await confirmCaller(caller, proof, now);
  const recoveryCodes = newCodes();
  await db().$transaction(async (tx) => {
    await lockUser(tx, caller.userId);
    if ((await findSecondFactor(caller.userId, tx)).enabledAt === null) throw isOff();
    await replaceRecoveryCodes(tx, caller.userId, recoveryCodes);
    await concludeChange(tx, { ...ownChange(caller), action: "second_factor.renew_codes" }, now);
  });
  return { recoveryCodes };
}

/** Ends the caller's other sessions. @throws AppError as `confirmCaller` does, `conflict` when it is off */
export async function disableSecondFactor(caller: Caller, proof: ProofInput, now = new Date()): Promise<void> {
  await confirmCaller(caller, proof, now);
  await db().$transaction(async (tx) => {
    await lockUser(tx, caller.userId);
    if (!(await removeSecret(tx, caller.userId))) throw isOff();
    await concludeChange(tx, { ...ownChange(caller), action: "second_factor.disable" }, now);
  });
}

interface Holder {
  readonly id: string;
  readonly email: string;
}

/**
 * Takes the factor of somebody away who lost it, within the transaction that is allowed to. Ends all their sessions.
 *
 * @throws AppError `conflict` when it is off
 */
export async function removeSecondFactor(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id: userId, email }: Holder,
  now: Date,
): Promise<void> {
  await lockUser(tx, userId);
  if (!(await removeSecret(tx, userId))) throw isOff();
  await concludeChange(tx, { userId, email, actor, action: "second_factor.reset" }, now);
}

/** For the command line. @throws AppError `not_found`, `conflict` when it is off */
export async function resetSecondFactorOf(
  actor: Actor,
  { email }: ResetSecondFactorInput,
  now = new Date(),
): Promise<{ readonly email: string }> {
  return db().$transaction(async (tx) => {
    const user = await findUserByEmail(tx, email);
    if (user === null) throw new AppError("not_found", `Nobody has the address ${email}.`);
    await removeSecondFactor(tx, actor, user, now);
    return { email };
  });
}
