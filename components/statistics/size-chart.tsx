"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { DaySize } from "@/lib/client/holdings";
import { ChartFrame } from "./chart-frame";
import { Line } from "./line";
import { maximumOf } from "./series";

const dayMs = 86_400_000;

/** One entry a day, null where nothing was counted; the last is today. */
function everyDay(sizes: readonly DaySize[], days: number): readonly (DaySize | null)[] {
  const sizeOf = new Map(sizes.map((size) => [size.day, size]));
  const last = Date.parse(sizes.at(-1)?.day ?? new Date().toISOString().slice(0, 10));
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(last - (days - 1 - index) * dayMs).toISOString().slice(0, 10);
    return sizeOf.get(day) ?? null;
  });
}

interface SizeChartProps {
  /** The oldest first. */
  readonly sizes: readonly DaySize[];
  readonly of: "subjects" | "faces";
  readonly days: number;
  readonly dayText: (day: string) => string;
}

/** How many subjects, or faces, there were at the end of each day. */
export function SizeChart({ sizes, of, days, dayText }: SizeChartProps) {
  const t = useTranslate();
  const numbers = new Intl.NumberFormat(useLanguage());
  const values = everyDay(sizes, days).map((size) => size?.[of] ?? null);
  const most = maximumOf(values).value;
  const [first, last] = [sizes.at(0), sizes.at(-1)];
  const today = last?.day ?? new Date().toISOString().slice(0, 10);
  const begin = new Date(Date.parse(today) - (days - 1) * dayMs).toISOString().slice(0, 10);
  const from = { first: first?.[of] ?? 0, firstDay: dayText(first?.day ?? today) };
  return (
    <ChartFrame
      title={t(`holdings.${of}`)}
      description={t(`holdings.${of}Chart`, { ...from, last: last?.[of] ?? 0, most })}
      top={numbers.format(most)}
      ends={[dayText(begin), dayText(today)]}
    >
      <Line values={values} top={Math.max(1, most)} colour="stroke-primary" />
    </ChartFrame>
  );
}
