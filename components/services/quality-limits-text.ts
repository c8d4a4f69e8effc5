import { z } from "zod";
import { qualityLimitsSchema } from "@/lib/domain/quality/schema";
import type { QualityLimits } from "@/lib/domain/quality/types";

/** `sharpness=40 yaw=80`, as people write limits. */
export function qualityLimitsText(limits: QualityLimits | null): string {
  return Object.entries(limits ?? {})
    .map(([measure, score]) => `${measure}=${score}`)
    .join(" ");
}

/** The opposite, which refuses what names no measure or no score; null for an empty text. */
export const readQualityLimits = z.string().transform((text, context): QualityLimits | null => {
  const parts = text.split(/[\s,]+/).filter((part) => part !== "");
  if (parts.length === 0) return null;
  const pairs = parts.map((part) => part.split("=", 2) as [string, string?]);
  const limits = qualityLimitsSchema.safeParse(
    Object.fromEntries(pairs.map(([measure, score]) => [measure, score ? Number(score) : Number.NaN])),
  );
  if (limits.success) return limits.data;
  context.addIssue({ code: "custom", message: "must be measures with scores from 0 to 100, such as sharpness=40" });
  return z.NEVER;
});
