import { config } from "@/lib/config/env";
import { clientAddress } from "@/lib/http/client-address";
import { giveBack, type RateRule, spend } from "@/lib/http/rate-limit";

const hourMs = 3_600_000;

const signInRule: RateRule = { name: "sign-in", times: 10, perMs: 300_000 };
const mailPerClientRule: RateRule = { name: "mail by client", times: 20, perMs: hourMs };
const mailPerRecipientRule: RateRule = { name: "mail by recipient", times: 3, perMs: hourMs };

const clientOf = (request: Request) => clientAddress(request) ?? "unknown";

/** @throws AppError `too_many_requests` after ten failed sign-ins of one client within five minutes */
export function limitSignIn(request: Request): void {
  spend(signInRule, clientOf(request));
}

/** A sign-in that succeeds does not count: many people may share one address of the network. */
export function forgiveSignIn(request: Request): void {
  giveBack(signInRule, clientOf(request));
}

/**
 * Counts a mail that this request may cause, whether the address is known or not, or the answer would tell. Costs
 * nothing on an installation without mail.
 *
 * @throws AppError `too_many_requests` after three mails to one recipient or twenty of one client within an hour
 */
export function limitMail(request: Request, recipient: string): void {
  if (!config().mail.enabled) return;
  spend(mailPerClientRule, clientOf(request));
  spend(mailPerRecipientRule, recipient);
}
