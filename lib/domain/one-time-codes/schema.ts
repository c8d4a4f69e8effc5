import { z } from "zod";

/** A code as it was typed or copied: blanks, hyphens and case do not count. Whether it is one is judged by the use case. */
export const codeSchema = z
  .string()
  .max(64, "must have at most 64 characters")
  .transform((code) => code.replaceAll(/[\s-]/g, "").toUpperCase())
  .pipe(z.string().min(1, "must not be empty"));
