import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { auditActorOf, authorize } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { findAuditBatch, findAuditPage } from "./data";
import type { AuditEvent, AuditFilter, AuditPage, AuditQuery } from "./types";

/** Events that an export holds in memory at once. */
const batchSize = 1_000;

/** The newest first. Reading leaves no event of its own. @throws AppError `forbidden` */
export async function listAuditEvents(actor: Caller, query: AuditQuery): Promise<AuditPage> {
  await authorize({ actor, action: "audit.list" });
  return findAuditPage(query);
}

/** The newest of one application first. @throws AppError `not_found`, `forbidden` */
export async function listApplicationAuditEvents(
  actor: Caller,
  { applicationId, ...query }: AuditQuery & { readonly applicationId: string },
): Promise<AuditPage> {
  await authorize({ actor, action: "application.audit", applicationId });
  return findAuditPage({ ...query, applicationId });
}

/**
 * All events that match, the newest first, in batches that are read one by one as they are asked for. The export itself
 * is the newest of them unless the filter leaves it out; what happens meanwhile is not among them.
 *
 * @throws AppError `forbidden`, before the first batch
 */
export async function exportAuditEvents(
  caller: Caller,
  filter: AuditFilter,
): Promise<AsyncIterable<readonly AuditEvent[]>> {
  await authorize({ actor: caller, action: "audit.export" });
  const object = { objectType: "installation", objectId: "-" } as const;
  const actor = auditActorOf(caller);
  await recordAuditEvents(db(), [{ actor, action: "audit.export", ...object, result: "success" }]);
  return readBatches(filter);
}

/** `exportAuditEvents` of one application. @throws AppError `not_found`, `forbidden` */
export async function exportApplicationAuditEvents(
  caller: Caller,
  { applicationId, ...filter }: AuditFilter & { readonly applicationId: string },
): Promise<AsyncIterable<readonly AuditEvent[]>> {
  await authorize({ actor: caller, action: "application.audit", applicationId });
  const object = { objectType: "application", objectId: applicationId } as const;
  const actor = auditActorOf(caller);
  await recordAuditEvents(db(), [{ actor, action: "audit.export", ...object, result: "success" }]);
  return readBatches({ ...filter, applicationId });
}

async function* readBatches(filter: AuditFilter): AsyncGenerator<readonly AuditEvent[]> {
  let last: AuditEvent | undefined;
  do {
    const batch = await findAuditBatch(filter, { last, take: batchSize });
    if (batch.length > 0) yield batch;
    last = batch.length === batchSize ? batch.at(-1) : undefined;
  } while (last !== undefined);
}
