import { auditExportInput, auditListInput } from "@/lib/domain/audit-log/schema";
import { exportAuditEvents, listAuditEvents } from "@/lib/domain/audit-log/service";
import { jsonLines } from "@/lib/http/json-lines";
import { signedIn } from "@/lib/wire/admin/auth";
import { readQuery } from "@/lib/wire/admin/read";
import { serializeAuditEvent, serializePage } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

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
    run: (filter, { actor }) => exportAuditEvents(actor, filter),
    serialize: (batches) => jsonLines("audit.jsonl", batches, serializeAuditEvent),
  }),
});
