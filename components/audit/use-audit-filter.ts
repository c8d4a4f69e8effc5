import { useSearchParams } from "next/navigation";
import { type AuditFilter, auditFilterNames } from "@/lib/client/audit";

export interface AuditState {
  readonly filter: AuditFilter;
  /** Counts from 0. */
  readonly page: number;
}

export const emptyFilter: AuditFilter = { actor: "", action: "", objectId: "", applicationId: "", from: "", to: "" };

/** Which part of the log is on show, kept in the address so that a reload or a link shows the same. */
export function useAuditFilter(): readonly [AuditState, (state: AuditState) => void] {
  const params = useSearchParams();
  const page = Number.parseInt(params.get("page") ?? "0", 10);
  const entries = auditFilterNames.map((name) => [name, params.get(name) ?? ""] as const);
  const filter: AuditFilter = { ...emptyFilter, ...Object.fromEntries(entries) };
  const setState = (state: AuditState) => {
    const query = new URLSearchParams(Object.entries(state.filter).filter(([, value]) => value !== ""));
    if (state.page > 0) query.set("page", String(state.page));
    window.history.replaceState(null, "", `?${query}`);
  };
  return [{ filter, page: Number.isNaN(page) ? 0 : Math.max(0, page) }, setState];
}
