"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { DaySize } from "@/lib/client/holdings";
import { NumberTable } from "./number-table";

interface SizeTableProps {
  readonly sizes: readonly DaySize[];
  readonly dayText: (day: string) => string;
}

/** The charts of a collection's size in numbers. */
export function SizeTable({ sizes, dayText }: SizeTableProps) {
  const t = useTranslate();
  const numbers = new Intl.NumberFormat(useLanguage());
  return (
    <NumberTable
      summary={t("holdings.asTable")}
      label={t("holdings.table")}
      columns={[t("holdings.day"), t("holdings.subjects"), t("holdings.faces")]}
      rows={sizes.map(({ day, subjects, faces }) => ({ at: day, cells: [subjects, faces].map(numbers.format) }))}
      timeOf={dayText}
    />
  );
}
