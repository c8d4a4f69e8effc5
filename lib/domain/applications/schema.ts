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

export const addApplicationInput = z.strictObject({ name: nameSchema });
export const renameApplicationInput = z.strictObject({ name: nameSchema });
/** The name as it was typed to confirm the removal. */
export const removeApplicationInput = z.strictObject({ name: z.string().max(200, "must have at most 200 characters") });

const pageMax = 1_000_000;

/** Query parameters of a list that is searched and read by pages. */
export const pageRequestInput = z.strictObject({
  search: z.string().trim().max(100, "must have at most 100 characters").default(""),
  page: z.coerce.number().int().min(0).max(pageMax).default(0),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
