"use client";

import { useTranslate } from "@/components/language/language-provider";

/** How the marks on faces come about. */
export function MarksHelp() {
  const t = useTranslate();
  return (
    <details className="text-sm">
      <summary className="min-h-10 cursor-pointer py-2">{t("collection.marksHelp")}</summary>
      <ul className="flex max-w-prose list-disc flex-col gap-1 ps-5 text-muted-foreground">
        <li>{t("collection.weakMeans")}</li>
        <li>{t("collection.outlierMeans")}</li>
        <li>{t("collection.duplicateMeans")}</li>
      </ul>
    </details>
  );
}
