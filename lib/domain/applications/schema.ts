import { z } from "zod";
import { emailSchema } from "@/lib/domain/users/schema";

/** Name of an application or a service: 1 to 50 characters without `;`, `/`, `\` and control characters. */
export const nameSchema = z
  .string()
  .transform((name) => name.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1, "must not be empty")
      .max(50, "must have at most 50 characters")
      .regex(/^[^;/\\\p{Cc}]*$/u, "must not contain ; / \\ or control characters"),
  );

export const createApplicationInput = z.strictObject({ name: nameSchema, ownerEmail: emailSchema.optional() });
export type CreateApplicationInput = z.output<typeof createApplicationInput>;
