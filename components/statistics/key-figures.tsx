"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { Period } from "@/lib/client/statistics";
import { Figures } from "./figures";
import { maximumOf } from "./series";

/** What the window comes to in four numbers. */
export function KeyFigures({ periods }: { readonly periods: readonly Period[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const numbers = new Intl.NumberFormat(language);
  const parts = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const requests = periods.reduce((sum, period) => sum + period.requests, 0);
  const errors = periods.reduce((sum, period) => sum + period.errors, 0);
  const slowest = maximumOf(periods.map(({ p95Ms }) => p95Ms)).value;
  const figures = [
    [t("statistics.requests"), numbers.format(requests)],
    [t("statistics.errors"), numbers.format(errors)],
    [t("statistics.errorPart"), parts.format(errors / Math.max(1, requests))],
    [t("statistics.slowest"), t("statistics.ms", { ms: slowest })],
  ] as const;
  return <Figures figures={figures} />;
}
