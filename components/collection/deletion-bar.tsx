"use client";

import { useEffect } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { useFocusHeir } from "@/components/shared/use-focus-heir";
import { Button } from "@/components/ui/button";
import type { DelayedDeletion } from "./use-delayed-deletion";

function Waiting({ deletion: { ids, undo, commit } }: { readonly deletion: DelayedDeletion }) {
  const t = useTranslate();
  const bar = useFocusHeir();
  // The button that had the focus cannot be pressed any more.
  useEffect(() => bar.current?.focus(), [bar]);
  return (
    <div
      ref={bar}
      role="status"
      tabIndex={-1}
      className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-border bg-muted p-3 text-sm"
    >
      <div>
        <p className="font-medium">{t("collection.willDelete", { count: ids.length })}</p>
        <p className="text-muted-foreground">{t("collection.willDeleteHelp")}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" onClick={undo}>
          {t("collection.undo")}
        </Button>
        <Button onClick={commit}>{t("collection.deleteNow")}</Button>
      </div>
    </div>
  );
}

/** Says what is about to go, and lets the reader think again. */
export function DeletionBar({ deletion }: { readonly deletion: DelayedDeletion }) {
  const t = useTranslate();
  if (deletion.error !== null) return <ProblemAlert error={deletion.error} title={t("collection.deleteFailed")} />;
  return deletion.isWaiting ? <Waiting deletion={deletion} /> : null;
}
