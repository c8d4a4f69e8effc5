import { z } from "zod";
import { qualityMeasures } from "./advice";
import type { QualityLimits } from "./types";

/** Lowest scores of measures, 0..100 each. */
export const qualityLimitsSchema = z
  .partialRecord(
    z.enum(qualityMeasures, { error: "must be the name of a measure" }),
    z.int("must be a whole number").min(0, "must lie between 0 and 100").max(100, "must lie between 0 and 100"),
  )
  .transform((limits) => limits as QualityLimits);

/** The limits of a service out of its row; null where it has none, and where they name what is measured no more. */
export function storedLimits(column: unknown): QualityLimits | null {
  return qualityLimitsSchema.nullable().safeParse(column).data ?? null;
}
