import { takeAddressMail } from "@/lib/auth/mail-throttle";
import { voidTokens } from "@/lib/auth/mail-token";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { activateUser, addUser, findAccount, replaceUnverified } from "@/lib/domain/users/service";
import type { NewAccount, User } from "@/lib/domain/users/types";
import { mailAlreadyRegistered, mailVerification } from "./mail-verification";

export interface Registration {
  readonly account: NewAccount;
  /** Without a proof that the address is the person's own, the account waits for one. */
  readonly isActiveAtOnce: boolean;
  /** Whether mail is on and the client's network has not caused too many. */
  readonly isMailAllowed: boolean;
  readonly ip: string | null;
  readonly now: Date;
}

async function proceed(tx: Prisma.TransactionClient, user: User, registration: Registration): Promise<void> {
  const { isActiveAtOnce, isMailAllowed, ip, now } = registration;
  const actor = { userId: user.id, label: user.email, ip };
  if (isActiveAtOnce) await activateUser(tx, actor, user, now);
  else if (isMailAllowed) await mailVerification(tx, user, now);
  const object = { objectType: "user", objectId: user.id } as const;
  await recordAuditEvents(tx, [{ actor, action: "user.sign_up", ...object, result: "success" }]);
}

/** Nobody proved to own the address yet, so whoever signed up last is believed; links of earlier sign-ups are void. */
async function registerAnew(tx: Prisma.TransactionClient, userId: string, registration: Registration): Promise<void> {
  const { account, isActiveAtOnce, isMailAllowed } = registration;
  // Without a new mail the links must stay good, or strangers could keep somebody from ever signing up.
  if (!isActiveAtOnce && !isMailAllowed) return;
  await voidTokens(tx, userId, "VERIFY");
  await proceed(tx, await replaceUnverified(tx, userId, account), registration);
}

async function isMailAllowed(tx: Prisma.TransactionClient, registration: Registration): Promise<boolean> {
  return registration.isMailAllowed && (await takeAddressMail(tx, registration.account.email, registration.now));
}

/** Makes the account; when the address has one already, tells its owner by mail and nobody else. */
export async function register(tx: Prisma.TransactionClient, given: Registration): Promise<void> {
  const registration = { ...given, isMailAllowed: await isMailAllowed(tx, given) };
  const { account, now } = registration;
  const user = await addUser(tx, account);
  if (user !== null) return proceed(tx, user, registration);
  const known = await findAccount(tx, account.email);
  if (known?.status === "UNVERIFIED") return registerAnew(tx, known.id, registration);
  if (known?.status === "ACTIVE" && registration.isMailAllowed) await mailAlreadyRegistered(tx, account.email, now);
}
