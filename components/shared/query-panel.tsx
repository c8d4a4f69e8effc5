"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ProblemAlert } from "./problem-alert";

interface QueryPanelProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/**
 * Shows what a query read; until then rows of its shape, and after a failure what failed, never an empty list. The failure
 * stays while the query is asked again, by the reader or by itself, and so does the focus on the button beside it.
 */
export function QueryPanel<T>({ query, children }: QueryPanelProps<T>) {
  const t = useTranslate();
  const [failure, setFailure] = useState<Error | null>(null);
  if (query.error !== null && query.error !== failure) setFailure(query.error);
  if (query.data !== undefined) return children(query.data);
  if (failure === null) return <SkeletonRows label={t("shared.loading")} />;
  return (
    <div className="flex flex-col items-start gap-3">
      <ProblemAlert error={failure} title={t("shared.unreadable")} />
      <Button busy={query.isFetching} onClick={() => void query.refetch()}>
        {t("shared.tryAgain")}
      </Button>
    </div>
  );
}
