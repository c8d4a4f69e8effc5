import { unseal } from "@/lib/auth/sealed-text";
import { forget, takeTry } from "@/lib/auth/throttle";
import { addressPolicy } from "@/lib/auth/throttle-policy";
import { stepOfCode } from "@/lib/auth/totp";
import { deriveKey } from "@/lib/config/secrets";
import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { findConfirmedSecret } from "./data";
import { takeRecoveryCode, takeStep } from "./mutations";

/** Whether the user must show a code after the password. */
export async function needsCode(userId: string): Promise<boolean> {
  return (await findConfirmedSecret(userId)) !== null;
}

async function redeemAppCode(userId: string, code: string, now: Date): Promise<boolean> {
  const sealed = await findConfirmedSecret(userId);
  if (sealed === null) return false;
  const step = stepOfCode(unseal(deriveKey("second-factor"), sealed, userId), code, now);
  return step !== null && takeStep(db(), userId, step);
}

function redeemRecoveryCode(actor: Actor & { readonly userId: string }, code: string, now: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await takeRecoveryCode(tx, actor.userId, code, now))) return false;
    const object = { objectType: "user", objectId: actor.userId } as const;
    await recordAuditEvents(tx, [{ actor, action: "second_factor.use_recovery_code", ...object, result: "success" }]);
    return true;
  });
}

/**
 * Uses up a code of the app or a recovery code. Each is good for one call, of calls at the same moment too. After ten
 * wrong ones the user waits, whatever the code; a new password does not end that wait.
 *
 * @param code without blanks and hyphens, upper case
 */
export async function redeemCode(
  actor: Actor & { readonly userId: string },
  code: string,
  now: Date,
): Promise<boolean> {
  const key = `code:${actor.userId}` as const;
  if (!(await takeTry(key, addressPolicy, now))) return false;
  const isAppCode = /^\d{6}$/.test(code);
  const isGood = isAppCode ? await redeemAppCode(actor.userId, code, now) : await redeemRecoveryCode(actor, code, now);
  if (isGood) await forget(key);
  return isGood;
}
