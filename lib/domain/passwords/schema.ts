import { z } from "zod";
import { emailSchema, passwordSchema, tokenSchema } from "@/lib/domain/users/schema";

/** The present password, whatever rules it was made under. */
export const presentPassword = z.string().min(1, "must not be empty").max(128, "must have at most 128 characters");

export const requestResetInput = z.strictObject({ email: emailSchema });
export type RequestResetInput = z.output<typeof requestResetInput>;

export const resetPasswordInput = z.strictObject({ token: tokenSchema, password: passwordSchema });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

export const changePasswordInput = z.strictObject({ oldPassword: presentPassword, newPassword: passwordSchema });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

/** The password, or the address of an account that has none. */
export const deleteAccountInput = z.strictObject({
  password: presentPassword.optional(),
  email: emailSchema.optional(),
});
export type DeleteAccountInput = z.output<typeof deleteAccountInput>;

/** For the command line: a new password for the account of that address. */
export const setPasswordInput = z.strictObject({ email: emailSchema, password: passwordSchema });
export type SetPasswordInput = z.output<typeof setPasswordInput>;
