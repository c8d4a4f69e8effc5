"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { Period } from "@/lib/client/statistics";
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
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {figures.map(([name, figure]) => (
        <div key={name} className="flex flex-col-reverse justify-end">
          <dt className="text-muted-foreground text-sm">{name}</dt>
          <dd className="font-semibold text-2xl tabular-nums tracking-tight">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
