"use client";

import { useEffect, useRef } from "react";
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

/** Takes the focus when the button that had it cannot be pressed any more, as nothing is selected. */
function useFocusWhenEmpty(isEmpty: boolean) {
  const bar = useRef<HTMLElement>(null);
  const wasEmpty = useRef(isEmpty);
  useEffect(() => {
    const isNew = isEmpty && !wasEmpty.current;
    wasEmpty.current = isEmpty;
    // The browser takes it from what is disabled or closed only later, and gives it to the beginning of the page.
    if (isNew && document.activeElement?.matches("body, :disabled, dialog:not([open]) *, dialog:not([open])")) {
      bar.current?.focus();
    }
  }, [isEmpty]);
  return bar;
}

/** What can be done with several faces at once. */
export function SelectionBar({ serviceId, subjectId, ids, onAll, onNone, onDelete }: SelectionBarProps) {
  const t = useTranslate();
  const isEmpty = ids.length === 0;
  const bar = useFocusWhenEmpty(isEmpty);
  return (
    <section
      ref={bar}
      tabIndex={-1}
      aria-label={t("collection.selection")}
      className="flex flex-wrap items-center gap-3 outline-none"
    >
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
