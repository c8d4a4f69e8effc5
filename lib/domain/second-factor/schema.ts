import { z } from "zod";
import { codeSchema } from "@/lib/domain/one-time-codes/schema";
import { presentPassword } from "@/lib/domain/passwords/schema";
import { emailSchema } from "@/lib/domain/users/schema";

/** The password may be absent for accounts that have none. */
export const beginEnrolmentInput = z.strictObject({ password: presentPassword.optional() });
export type BeginEnrolmentInput = z.output<typeof beginEnrolmentInput>;

export const confirmEnrolmentInput = z.strictObject({ code: codeSchema });
export type ConfirmEnrolmentInput = z.output<typeof confirmEnrolmentInput>;

/** One of both: the password, or a code of the app or for recovery. */
export const proofInput = z.strictObject({ password: presentPassword.optional(), code: codeSchema.optional() });
export type ProofInput = z.output<typeof proofInput>;

/** For the command line. */
export const resetSecondFactorInput = z.strictObject({ email: emailSchema });
export type ResetSecondFactorInput = z.output<typeof resetSecondFactorInput>;
