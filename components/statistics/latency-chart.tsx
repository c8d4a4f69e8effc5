"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { Period } from "@/lib/client/statistics";
import { ChartFrame } from "./chart-frame";
import { Line } from "./line";
import { endsOf, maximumOf } from "./series";

interface LatencyChartProps {
  readonly periods: readonly Period[];
  readonly timeOf: (at: string) => string;
}

function Legend() {
  const t = useTranslate();
  return (
    <span className="flex flex-wrap gap-x-4 text-muted-foreground text-xs">
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className="w-6 border-primary border-t-2" />
        {t("statistics.p50")}
      </span>
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className="w-6 border-uncertain border-t-2 border-dashed" />
        {t("statistics.p95")}
      </span>
    </span>
  );
}

/** How long requests took: half of them, and all but the slowest. */
export function LatencyChart({ periods, timeOf }: LatencyChartProps) {
  const t = useTranslate();
  const slow = periods.map(({ p95Ms }) => p95Ms);
  const most = maximumOf(slow);
  const when = timeOf(periods[most.index]?.at ?? new Date().toISOString());
  const isTimed = slow.some((value) => value !== null);
  const title = t("statistics.latency");
  const top = Math.max(1, most.value);
  return (
    <ChartFrame
      title={title}
      description={
        isTimed ? t("statistics.latencyChart", { most: most.value, when }) : `${title}: ${t("statistics.noneChart")}`
      }
      top={t("statistics.ms", { ms: most.value })}
      ends={endsOf(periods, timeOf)}
      legend={<Legend />}
    >
      <Line values={slow} top={top} colour="stroke-uncertain" dashed />
      <Line values={periods.map(({ p50Ms }) => p50Ms)} top={top} colour="stroke-primary" />
    </ChartFrame>
  );
}
