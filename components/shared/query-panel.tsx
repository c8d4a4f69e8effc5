"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ProblemAlert } from "./problem-alert";

interface QueryPanelProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** Shows what a query read; until then rows of its shape, and after a failure what failed, never an empty list. */
export function QueryPanel<T>({ query, children }: QueryPanelProps<T>) {
  const t = useTranslate();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <SkeletonRows label={t("shared.loading")} />;
  return (
    <div className="flex flex-col items-start gap-3">
      <ProblemAlert error={query.error} title={t("shared.unreadable")} />
      <Button onClick={() => void query.refetch()}>{t("shared.tryAgain")}</Button>
    </div>
  );
}
