import { clientNetwork } from "./client-network";
import { forgive, takeTry } from "./throttle";
import { networkPolicy } from "./throttle-policy";

/** Whether this network may try to sign in now. Clients of unknown address are not counted: they would share one count. */
export async function takeSignInTry(ip: string | null, now: Date): Promise<boolean> {
  return ip === null || takeTry(`sign-in-ip:${clientNetwork(ip)}`, networkPolicy, now);
}

/** Takes the last try of `takeSignInTry` back, since it succeeded. */
export async function forgiveSignInTry(ip: string | null): Promise<void> {
  if (ip !== null) await forgive(`sign-in-ip:${clientNetwork(ip)}`);
}
