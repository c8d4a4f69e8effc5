import { z } from "zod";
import { emailSchema, passwordSchema, personNameSchema, tokenSchema } from "@/lib/domain/users/schema";

export const signUpInput = z.strictObject({
  email: emailSchema,
  firstName: personNameSchema,
  lastName: personNameSchema,
  password: passwordSchema,
  /** From the link of an invitation; proves that the person reads the mails of its address. */
  invitationToken: tokenSchema.optional(),
});
export type SignUpInput = z.output<typeof signUpInput>;

export const verifyEmailInput = z.strictObject({ token: tokenSchema });
export type VerifyEmailInput = z.output<typeof verifyEmailInput>;

export const resendInput = z.strictObject({ email: emailSchema });
export type ResendInput = z.output<typeof resendInput>;
