import { forgiveSignInTry, takeSignInTry } from "@/lib/auth/network-throttle";
import { verifyPassword } from "@/lib/auth/password";
import { forget, takeTry } from "@/lib/auth/throttle";
import { addressPolicy } from "@/lib/auth/throttle-policy";
import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { emailSchema } from "@/lib/domain/users/schema";
import { findAccount } from "./data";
import type { Credentials, SignedInUser } from "./types";

async function record(label: string, userId: string | null, isAccepted: boolean, ip: string | null): Promise<void> {
  const object = { objectType: "user", objectId: userId ?? "-" } as const;
  const result = isAccepted ? "success" : "denied";
  const actor = { userId: isAccepted ? userId : null, label, ip };
  await recordAuditEvents(db(), [{ actor, action: "session.sign_in", ...object, result }]);
}

async function isAllowedToTry(email: string, ip: string | null, now: Date): Promise<boolean> {
  return (await takeSignInTry(ip, now)) && (await takeTry(`email:${email}`, addressPolicy, now));
}

/** One try, in whatever time it takes. */
export async function tryCredentials({ email, password, ip }: Credentials, now: Date): Promise<SignedInUser | null> {
  const address = emailSchema.safeParse(email);
  if (!address.success || !(await isAllowedToTry(address.data, ip, now))) return null;
  const account = await findAccount(address.data);
  const isRight = await verifyPassword(account?.passwordHash ?? null, password);
  const isAccepted = isRight && account?.status === "ACTIVE";
  // Of an address that nobody has, the trail keeps nothing: it may be a password typed into the wrong field.
  await record(account === null ? "unknown" : address.data, account?.id ?? null, isAccepted, ip);
  if (!isAccepted) return null;
  await Promise.all([forget(`email:${address.data}`), forgiveSignInTry(ip)]);
  return { userId: account.id };
}
