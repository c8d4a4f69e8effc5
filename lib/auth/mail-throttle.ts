import type { Prisma } from "@/lib/db/generated/client";
import { clientNetwork } from "./client-network";
import { takeTry, takeTryWithin } from "./throttle";
import { addressMailPolicy, networkMailPolicy } from "./throttle-policy";

/** Whether somebody of this network who is not signed in may make us send one more mail now. */
export async function takeNetworkMail(ip: string | null, now: Date): Promise<boolean> {
  return ip === null || takeTry(`mail-ip:${clientNetwork(ip)}`, networkMailPolicy, now);
}

/** Whether this address may get one more mail now that somebody who is not signed in asked for. */
export function takeAddressMail(tx: Prisma.TransactionClient, email: string, now: Date): Promise<boolean> {
  return takeTryWithin(tx, `mail-to:${email}`, addressMailPolicy, now);
}
