import { z } from "zod";
import { replacers, roles, settableStatuses } from "./types";

const emailBytesMax = 254;
const emailPattern = /^[^@]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u;
// Separators, quotes, comments and invisible characters: a mail library may read several recipients or headers into them.
const unsafeInEmail = /[\p{C}\p{Z},;:<>()[\]"\\]/u;

function isPlainEmail(email: string): boolean {
  const bytes = new TextEncoder().encode(email).length;
  return bytes <= emailBytesMax && emailPattern.test(email) && !unsafeInEmail.test(email);
}

/** An e-mail address in the one spelling under which it is stored: NFKC, lower case, nothing that mail software interprets. */
export const emailSchema = z
  .string()
  .transform((email) => email.normalize("NFKC").toLowerCase())
  .refine(isPlainEmail, { error: "must be a plain e-mail address" })
  .brand<"EmailAddress">();
export type EmailAddress = z.output<typeof emailSchema>;

/** Only its length; how guessable it is depends on the person and is judged by the use case. */
export const passwordSchema = z
  .string()
  .min(8, "must have at least 8 characters")
  .max(128, "must have at most 128 characters");

export const personNameSchema = z
  .string()
  .transform((name) => name.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1, "must not be empty")
      .max(50, "must have at most 50 characters")
      .regex(/^\P{Cc}*$/u, "must not contain control characters"),
  );

/** What a mailed link carries. */
export const tokenSchema = z.string().regex(/^[\w-]{43}$/, "must be the token of a mailed link");

export const createUserInput = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  firstName: personNameSchema,
  lastName: personNameSchema,
  /** Absent: OWNER for the first user ever, USER for all later ones. */
  role: z.enum(roles, { error: `must be one of ${roles.join(", ")}` }).optional(),
});
export type CreateUserInput = z.output<typeof createUserInput>;

export const updateProfileInput = z.strictObject({ firstName: personNameSchema, lastName: personNameSchema });
export type UpdateProfileInput = z.output<typeof updateProfileInput>;

export const updateUserInput = z
  .strictObject({ globalRole: z.enum(roles).optional(), status: z.enum(settableStatuses).optional() })
  .refine(({ globalRole, status }) => globalRole !== undefined || status !== undefined, {
    error: "must change the role or the status",
  });
export type UpdateUserInput = z.output<typeof updateUserInput>;

export const deleteUserInput = z.strictObject({ replacer: z.enum(replacers) });
export type DeleteUserInput = z.output<typeof deleteUserInput>;
