import type { Prisma } from "@/lib/db/generated/client";
import { findApplicationIdOf } from "./data";
import { insertAuditEvents, type PlacedEntry } from "./mutations";
import type { AuditEntry } from "./types";

/** `recordAuditEvents` of objects that lie in one service, which is looked up once however many they are. */
export async function recordServiceEvents(
  tx: Prisma.TransactionClient,
  serviceId: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const applicationId = await findApplicationIdOf(tx, { objectType: "service", objectId: serviceId });
  await insertAuditEvents(
    tx,
    entries.map((entry) => ({ ...entry, applicationId })),
  );
}

/**
 * Writes the trail inside the transaction that makes the change, so that neither is ever there without the other. To be
 * called while the object is still there: only then is known in which application it lies.
 */
export async function recordAuditEvents(tx: Prisma.TransactionClient, entries: readonly AuditEntry[]): Promise<void> {
  const placed: PlacedEntry[] = [];
  for (const entry of entries) placed.push({ ...entry, applicationId: await findApplicationIdOf(tx, entry) });
  if (placed.length > 0) await insertAuditEvents(tx, placed);
}
