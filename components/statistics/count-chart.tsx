"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { Period } from "@/lib/client/statistics";
import { Bars } from "./bars";
import { ChartFrame } from "./chart-frame";
import { endsOf, maximumOf } from "./series";

interface CountChartProps {
  readonly periods: readonly Period[];
  readonly of: "requests" | "errors";
  readonly timeOf: (at: string) => string;
}

const colours = { requests: "fill-primary", errors: "fill-destructive" } as const;

/** Requests, or errors, as one bar a period. */
export function CountChart({ periods, of, timeOf }: CountChartProps) {
  const t = useTranslate();
  const numbers = new Intl.NumberFormat(useLanguage());
  const values = periods.map((period) => period[of]);
  const total = values.reduce((sum, value) => sum + value, 0);
  const most = maximumOf(values);
  const when = timeOf(periods[most.index]?.at ?? new Date().toISOString());
  const text = t(`statistics.${of}Chart`, { total, most: most.value, when });
  return (
    <ChartFrame
      title={t(`statistics.${of}`)}
      description={total === 0 ? `${t(`statistics.${of}`)}: ${t("statistics.noneChart")}` : text}
      top={numbers.format(most.value)}
      ends={endsOf(periods, timeOf)}
    >
      <Bars
        bars={periods.map(({ at, [of]: value }) => ({
          key: at,
          value,
          title: `${timeOf(at)}: ${numbers.format(value)}`,
        }))}
        top={Math.max(1, most.value)}
        colour={colours[of]}
      />
    </ChartFrame>
  );
}
