"use client";

import { useEffect, useRef } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { ListState } from "@/lib/client/page-of";

interface ListControlProps {
  readonly state: ListState;
  readonly onChange: (state: ListState) => void;
}

/** Narrows a list while the reader types. */
export function SearchField({ label, state, onChange }: ListControlProps & { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  // The address follows what is typed a moment later, so a value that came from it would undo letters.
  useEffect(() => {
    if (input.current !== null && input.current !== document.activeElement) input.current.value = state.search;
  }, [state.search]);
  return (
    <div className="max-w-sm">
      <TextField
        ref={input}
        label={label}
        type="search"
        defaultValue={state.search}
        onChange={(event) => onChange({ search: event.target.value, page: 0 })}
      />
    </div>
  );
}

interface PagerProps extends ListControlProps {
  readonly total: number;
  readonly size: number;
}

/** How much there is, and the way to the rest of it. */
export function Pager({ state, onChange, total, size }: PagerProps) {
  const t = useTranslate();
  const pages = Math.max(1, Math.ceil(total / size));
  const go = (page: number) => onChange({ ...state, page });
  return (
    <div className="flex flex-wrap items-center gap-3 text-muted-foreground text-sm">
      <p role="status">
        {pages > 1
          ? t("shared.totalOfPages", { count: total, page: state.page + 1, pages })
          : t("shared.total", { count: total })}
      </p>
      {pages > 1 ? (
        <>
          <Button disabled={state.page === 0} onClick={() => go(state.page - 1)}>
            {t("shared.previous")}
          </Button>
          <Button disabled={state.page + 1 >= pages} onClick={() => go(state.page + 1)}>
            {t("shared.next")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
