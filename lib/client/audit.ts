import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import type { AuditFormat } from "@/lib/domain/audit-log/types";
import { api } from "./api";
import { pageOf } from "./page-of";

const event = z.object({
  id: z.string(),
  at: z.string(),
  /** `userId` is null for who was not signed in. */
  actor: z.object({ userId: z.nullable(z.string()), label: z.string() }),
  action: z.string(),
  object: z.object({ type: z.string(), id: z.string() }),
  applicationId: z.nullable(z.string()),
  result: z.string(),
  ip: z.nullable(z.string()),
});
export type AuditEvent = z.infer<typeof event>;

export const auditFilterNames = ["actor", "action", "objectId", "applicationId", "from", "to"] as const;
/** What is wanted of the log; what is empty does not matter. `from` and `to` are days, both included. */
export type AuditFilter = Readonly<Record<(typeof auditFilterNames)[number], string>>;

/** The log of one application, or null for that of the installation. */
type Owner = string | null;

const rootOf = (owner: Owner) => (owner === null ? "/api/admin/audit" : `/api/admin/applications/${owner}/audit`);

/** Midnight at the reader's place before a day, or after it; nothing for what is no day. */
function midnight(day: string, { after }: { readonly after: boolean }): string {
  const date = new Date(`${day}T00:00`);
  if (Number.isNaN(date.getTime())) return "";
  if (after) date.setDate(date.getDate() + 1);
  return date.toISOString();
}

function queryOf({ from, to, ...plain }: AuditFilter): URLSearchParams {
  const times = { from: midnight(from, { after: false }), to: midnight(to, { after: true }) };
  return new URLSearchParams(Object.entries({ ...plain, ...times }).filter(([, value]) => value !== ""));
}

export const auditQueries = {
  list: (owner: Owner, filter: AuditFilter, page: number) =>
    queryOptions({
      queryKey: ["audit", owner, filter, page] as const,
      queryFn: ({ signal }) => {
        const query = queryOf(filter);
        query.set("page", String(page));
        return api(`${rootOf(owner)}?${query}`, { schema: pageOf(event), signal });
      },
      placeholderData: keepPreviousData,
    }),
};

/** Address of the file with all events that match. */
export function auditExportPath(owner: Owner, filter: AuditFilter, format: AuditFormat): string {
  const query = queryOf(filter);
  query.set("format", format);
  return `${rootOf(owner)}/export?${query}`;
}
