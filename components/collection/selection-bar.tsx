"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { MoveFaces } from "./move-faces";

interface SelectionBarProps {
  readonly serviceId: string;
  readonly subjectId: string;
  /** Of the selected faces. */
  readonly ids: readonly string[];
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onDelete: () => void;
}

/** What can be done with several faces at once. */
export function SelectionBar({ serviceId, subjectId, ids, onAll, onNone, onDelete }: SelectionBarProps) {
  const t = useTranslate();
  const isEmpty = ids.length === 0;
  return (
    <section aria-label={t("collection.selection")} className="flex flex-wrap items-center gap-3">
      <p role="status" className="text-sm tabular-nums">
        {t("collection.selected", { count: ids.length })}
      </p>
      <Button onClick={onAll}>{t("collection.selectAll")}</Button>
      <Button disabled={isEmpty} onClick={onNone}>
        {t("collection.clearSelection")}
      </Button>
      <MoveFaces serviceId={serviceId} subjectId={subjectId} ids={ids} onMoved={onNone} />
      <Button look="destructive" disabled={isEmpty} onClick={onDelete}>
        {t("collection.deleteFaces")}
      </Button>
    </section>
  );
}
