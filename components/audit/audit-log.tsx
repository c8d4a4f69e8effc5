"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { EmptyState } from "@/components/shared/empty-state";
import { QueryPanel } from "@/components/shared/query-panel";
import { Button, buttonClass } from "@/components/ui/button";
import { type AuditFilter, auditExportPath, auditQueries } from "@/lib/client/audit";
import { AuditFilterForm } from "./audit-filter-form";
import { AuditPager } from "./audit-pager";
import { AuditRow } from "./audit-row";
import { type AuditState, emptyFilter, useAuditFilter } from "./use-audit-filter";

interface AuditLogProps {
  /** The application whose log it is; null for the installation's. */
  readonly applicationId: string | null;
}

function ExportLinks({ applicationId, filter }: AuditLogProps & { readonly filter: AuditFilter }) {
  const t = useTranslate();
  return (
    <div className="flex flex-wrap gap-3">
      <a href={auditExportPath(applicationId, filter, "csv")} download className={buttonClass("secondary")}>
        {t("audit.exportCsv")}
      </a>
      <a href={auditExportPath(applicationId, filter, "jsonl")} download className={buttonClass("secondary")}>
        {t("audit.exportJsonLines")}
      </a>
    </div>
  );
}

interface EventsProps extends AuditLogProps {
  readonly state: AuditState;
  readonly onPage: (page: number) => void;
  readonly onNarrow: (filter: AuditFilter) => void;
}

function Events({ applicationId, state: { filter, page }, onPage, onNarrow }: EventsProps) {
  const t = useTranslate();
  const query = useQuery(auditQueries.list(applicationId, filter, page));
  return (
    <QueryPanel query={query}>
      {({ items, total, size }) =>
        items.length === 0 ? (
          <EmptyState title={t("audit.none")}>
            <Button onClick={() => onNarrow(emptyFilter)}>{t("audit.clear")}</Button>
          </EmptyState>
        ) : (
          <>
            <ExportLinks applicationId={applicationId} filter={filter} />
            <ul
              aria-label={t("audit.entries")}
              className="flex flex-col divide-y divide-border rounded-md border border-border bg-card px-4"
            >
              {items.map((event) => (
                <AuditRow key={event.id} event={event} onNarrow={(more) => onNarrow({ ...filter, ...more })} />
              ))}
            </ul>
            <AuditPager page={page} size={size} shown={items.length} total={total} onPage={onPage} />
          </>
        )
      }
    </QueryPanel>
  );
}

/**
 * A key under which the form begins anew with a filter that it did not send itself, once the address has it: what was
 * typed into the form keeps its focus.
 */
function useFormKey(filter: AuditFilter): readonly [number, (awaited: AuditFilter) => void] {
  const [key, setKey] = useState(0);
  const awaited = useRef<string | null>(null);
  const shown = JSON.stringify(filter);
  useEffect(() => {
    if (awaited.current !== shown) return;
    awaited.current = null;
    setKey((last) => last + 1);
  }, [shown]);
  const renew = (next: AuditFilter) => {
    awaited.current = JSON.stringify(next);
  };
  return [key, renew];
}

/** Who did what, the newest first: filters, the events, and the way to take them along. */
export function AuditLog({ applicationId }: AuditLogProps) {
  const [state, setState] = useAuditFilter();
  const [formKey, renewForm] = useFormKey(state.filter);
  const events = useRef<HTMLDivElement>(null);
  const narrow = (filter: AuditFilter) => {
    setState({ filter, page: 0 });
    renewForm(filter);
    // The button that was pressed goes with its row.
    events.current?.focus();
  };
  return (
    <>
      <AuditFilterForm
        key={formKey}
        filter={state.filter}
        onFilter={(filter) => setState({ filter, page: 0 })}
        isWhole={applicationId === null}
      />
      <div ref={events} tabIndex={-1} className="flex flex-col gap-6 outline-none">
        <Events
          applicationId={applicationId}
          state={state}
          onPage={(page) => setState({ filter: state.filter, page })}
          onNarrow={narrow}
        />
      </div>
    </>
  );
}
