"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { Period } from "@/lib/client/statistics";
import { NumberTable } from "./number-table";

interface PeriodTableProps {
  readonly periods: readonly Period[];
  readonly timeOf: (at: string) => string;
}

/** The charts of a service's use in numbers. */
export function PeriodTable({ periods, timeOf }: PeriodTableProps) {
  const t = useTranslate();
  const numbers = new Intl.NumberFormat(useLanguage());
  const duration = (ms: number | null) => (ms === null ? t("statistics.nothing") : t("statistics.ms", { ms }));
  const rows = periods.map(({ at, requests, errors, p50Ms, p95Ms }) => ({
    at,
    cells: [numbers.format(requests), numbers.format(errors), duration(p50Ms), duration(p95Ms)],
  }));
  const measures = (["requests", "errors", "p50", "p95"] as const).map((name) => t(`statistics.${name}`));
  return (
    <NumberTable
      summary={t("statistics.asTable")}
      label={t("statistics.table")}
      columns={[t("statistics.time"), ...measures]}
      rows={rows}
      timeOf={timeOf}
    />
  );
}
