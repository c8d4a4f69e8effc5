"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { Period } from "@/lib/client/statistics";

interface PeriodTableProps {
  readonly periods: readonly Period[];
  readonly timeOf: (at: string) => string;
}

const cell = "px-3 py-2 text-end tabular-nums";

/** The charts in numbers, for readers who do not see them or want to know exactly. */
export function PeriodTable({ periods, timeOf }: PeriodTableProps) {
  const t = useTranslate();
  const numbers = new Intl.NumberFormat(useLanguage());
  const duration = (ms: number | null) => (ms === null ? t("statistics.nothing") : t("statistics.ms", { ms }));
  return (
    <details className="rounded-md border border-border">
      <summary className="min-h-10 cursor-pointer px-3 py-2 text-sm">{t("statistics.asTable")}</summary>
      <section
        className="max-h-96 overflow-auto border-border border-t"
        aria-label={t("statistics.table")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <table className="w-full text-sm">
          <caption className="sr-only">{t("statistics.table")}</caption>
          <thead>
            <tr className="border-border border-b">
              <th scope="col" className="px-3 py-2 text-start">
                {t("statistics.time")}
              </th>
              {(["requests", "errors", "p50", "p95"] as const).map((name) => (
                <th key={name} scope="col" className={cell}>
                  {t(`statistics.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.toReversed().map(({ at, requests, errors, p50Ms, p95Ms }) => (
              <tr key={at} className="border-border not-last:border-b">
                <th scope="row" className="whitespace-nowrap px-3 py-2 text-start font-normal">
                  <time dateTime={at}>{timeOf(at)}</time>
                </th>
                <td className={cell}>{numbers.format(requests)}</td>
                <td className={cell}>{numbers.format(errors)}</td>
                <td className={cell}>{duration(p50Ms)}</td>
                <td className={cell}>{duration(p95Ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
