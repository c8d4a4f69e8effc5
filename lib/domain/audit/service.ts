import type { Prisma } from "@/lib/db/generated/client";
import { insertAuditEvents } from "./mutations";
import type { AuditEntry } from "./types";

/** Writes the trail inside the transaction that makes the change, so that neither is ever there without the other. */
export async function recordAuditEvents(tx: Prisma.TransactionClient, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await insertAuditEvents(tx, entries);
}
