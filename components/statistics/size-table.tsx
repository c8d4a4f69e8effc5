"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { DaySize } from "@/lib/client/holdings";

interface SizeTableProps {
  readonly sizes: readonly DaySize[];
  readonly dayText: (day: string) => string;
}

const cell = "px-3 py-2 text-end tabular-nums";

/** The charts of a collection's size in numbers, the latest day first. */
export function SizeTable({ sizes, dayText }: SizeTableProps) {
  const t = useTranslate();
  const numbers = new Intl.NumberFormat(useLanguage());
  return (
    <details className="rounded-md border border-border">
      <summary className="min-h-10 cursor-pointer px-3 py-2 text-sm">{t("holdings.asTable")}</summary>
      <section
        className="max-h-96 overflow-auto border-border border-t"
        aria-label={t("holdings.table")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <table className="w-full text-sm">
          <caption className="sr-only">{t("holdings.table")}</caption>
          <thead>
            <tr className="border-border border-b">
              <th scope="col" className="px-3 py-2 text-start">
                {t("holdings.day")}
              </th>
              <th scope="col" className={cell}>
                {t("holdings.subjects")}
              </th>
              <th scope="col" className={cell}>
                {t("holdings.faces")}
              </th>
            </tr>
          </thead>
          <tbody>
            {sizes.toReversed().map(({ day, subjects, faces }) => (
              <tr key={day} className="border-border not-last:border-b">
                <th scope="row" className="whitespace-nowrap px-3 py-2 text-start font-normal">
                  <time dateTime={day}>{dayText(day)}</time>
                </th>
                <td className={cell}>{numbers.format(subjects)}</td>
                <td className={cell}>{numbers.format(faces)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
