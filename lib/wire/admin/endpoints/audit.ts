import {
  applicationAuditExportInput,
  applicationAuditListInput,
  auditExportInput,
  auditListInput,
} from "@/lib/domain/audit-log/schema";
import {
  exportApplicationAuditEvents,
  exportAuditEvents,
  listApplicationAuditEvents,
  listAuditEvents,
} from "@/lib/domain/audit-log/service";
import type { AuditEvent, AuditFormat } from "@/lib/domain/audit-log/types";
import { csvFile } from "@/lib/http/csv-file";
import { jsonLines } from "@/lib/http/json-lines";
import { signedIn } from "@/lib/wire/admin/auth";
import { readId, readQuery } from "@/lib/wire/admin/read";
import { auditCells, auditColumns, serializeAuditEvent, serializePage } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

interface Export {
  readonly format: AuditFormat;
  readonly batches: AsyncIterable<readonly AuditEvent[]>;
}

const files = {
  jsonl: (batches) => jsonLines("audit.jsonl", batches, serializeAuditEvent),
  csv: (batches) => csvFile({ fileName: "audit.csv", columns: auditColumns, cellsOf: auditCells }, batches),
} as const satisfies Record<AuditFormat, (batches: Export["batches"]) => Response>;

const fileOf = ({ format, batches }: Export) => files[format](batches);

/** Who did what, the newest first. */
export const auditHandlers = adminPath("/api/admin/audit", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request }) => readQuery(request, auditListInput),
    run: (input, { actor }) => listAuditEvents(actor, input),
    serialize: serializePage(serializeAuditEvent),
  }),
});

/** All of it as a file, one event a line. */
export const auditExportHandlers = adminPath("/api/admin/audit/export", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request }) => readQuery(request, auditExportInput),
    run: async ({ format, ...filter }, { actor }) => ({ format, batches: await exportAuditEvents(actor, filter) }),
    serialize: fileOf,
  }),
});

/** Who did what in one application. */
export const applicationAuditHandlers = adminPath("/api/admin/applications/{applicationId}/audit", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({
      applicationId: readId(params, "applicationId"),
      ...readQuery(request, applicationAuditListInput),
    }),
    run: (input, { actor }) => listApplicationAuditEvents(actor, input),
    serialize: serializePage(serializeAuditEvent),
  }),
});

/** That as a file. */
export const applicationAuditExportHandlers = adminPath("/api/admin/applications/{applicationId}/audit/export", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({
      applicationId: readId(params, "applicationId"),
      ...readQuery(request, applicationAuditExportInput),
    }),
    run: async ({ format, ...filter }, { actor }) => ({
      format,
      batches: await exportApplicationAuditEvents(actor, filter),
    }),
    serialize: fileOf,
  }),
});
