import { redeemCode } from "@/lib/domain/one-time-codes/service";
import { confirmPassword } from "@/lib/domain/passwords/service";
import { auditActorOf } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { AppError } from "@/lib/errors/app-error";
import type { ProofInput } from "./schema";

/** For a field of a form that a use case cannot accept. */
export function refuseCode(detail: string): never {
  throw new AppError("invalid_request", `code ${detail}.`, { fields: [{ name: "code", detail }] });
}

/**
 * Asks for the password or a code again, before something that a borrowed session must not do. A code that is given is
 * used up, and decides alone.
 *
 * @throws AppError `invalid_request` naming the field
 */
export async function confirmCaller(caller: Caller, { password, code }: ProofInput, now: Date): Promise<void> {
  if (code === undefined) return confirmPassword(caller, password ?? "", "password", now);
  const actor = { ...auditActorOf(caller), userId: caller.userId };
  if (!(await redeemCode(actor, code, now))) refuseCode("is wrong or was used already");
}
