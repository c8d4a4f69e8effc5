import { forgiveSignInTry, takeSignInTry } from "@/lib/auth/network-throttle";
import { verifyPassword } from "@/lib/auth/password";
import { forget, takeTry } from "@/lib/auth/throttle";
import { addressPolicy } from "@/lib/auth/throttle-policy";
import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { codeSchema } from "@/lib/domain/one-time-codes/schema";
import { needsCode, redeemCode } from "@/lib/domain/one-time-codes/service";
import { emailSchema } from "@/lib/domain/users/schema";
import { findAccount, findActiveAccount } from "./data";
import type { CodeTry, Credentials, SignedInUser, SignInOutcome } from "./types";

interface Holder {
  readonly userId: string;
  readonly email: string;
  readonly ip: string | null;
}

async function record(label: string, userId: string | null, isAccepted: boolean, ip: string | null): Promise<void> {
  const object = { objectType: "user", objectId: userId ?? "-" } as const;
  const result = isAccepted ? "success" : "denied";
  const actor = { userId: isAccepted ? userId : null, label, ip };
  await recordAuditEvents(db(), [{ actor, action: "session.sign_in", ...object, result }]);
}

async function isAllowedToTry(email: string, ip: string | null, now: Date): Promise<boolean> {
  return (await takeSignInTry(ip, now)) && (await takeTry(`email:${email}`, addressPolicy, now));
}

/** The part of a try after the right password. The user is known from here on, and a wrong code is counted by itself. */
async function tryCode(user: Holder, code: string | undefined, now: Date): Promise<SignInOutcome> {
  const actor = { userId: user.userId, label: user.email, ip: user.ip };
  if (await needsCode(user.userId)) {
    if (code === undefined) return "code_needed";
    const typed = codeSchema.safeParse(code);
    if (!typed.success || !(await redeemCode(actor, typed.data, now))) {
      await record(user.email, user.userId, false, user.ip);
      return null;
    }
  }
  await record(user.email, user.userId, true, user.ip);
  await forgiveSignInTry(user.ip);
  return { userId: user.userId };
}

/** One try, in whatever time it takes. */
export async function tryCredentials({ email, password, code, ip }: Credentials, now: Date): Promise<SignInOutcome> {
  const address = emailSchema.safeParse(email);
  if (!address.success || !(await isAllowedToTry(address.data, ip, now))) return null;
  const account = await findAccount(address.data);
  const isRight = await verifyPassword(account?.passwordHash ?? null, password);
  if (account === null || !isRight || account.status !== "ACTIVE") {
    // Of an address that nobody has, the trail keeps nothing: it may be a password typed into the wrong field.
    await record(account === null ? "unknown" : address.data, account?.id ?? null, false, ip);
    return null;
  }
  await forget(`email:${address.data}`);
  const outcome = await tryCode({ userId: account.id, email: address.data, ip }, code, now);
  if (outcome === "code_needed") await forgiveSignInTry(ip);
  return outcome;
}

/** The second step alone, for who came through the identity provider. */
export async function tryCodeAlone({ userId, code, ip }: CodeTry, now: Date): Promise<SignedInUser | null> {
  const isAllowed = await takeSignInTry(ip, now);
  const account = isAllowed ? await findActiveAccount(userId) : null;
  if (account === null) return null;
  const outcome = await tryCode({ userId, email: account.email, ip }, code, now);
  return outcome === "code_needed" ? null : outcome;
}
