import type { Prisma } from "@/lib/db/generated/client";
import type { AuditEntry } from "./types";

/** An entry with the application that its object is or lies in. */
export type PlacedEntry = AuditEntry & { readonly applicationId: string | null };

export async function insertAuditEvents(tx: Prisma.TransactionClient, entries: readonly PlacedEntry[]): Promise<void> {
  await tx.auditEvent.createMany({
    data: entries.map(({ actor, action, objectType, objectId, result, applicationId }) => ({
      actorUserId: actor.userId,
      actorLabel: actor.label,
      ip: actor.ip,
      action,
      objectType,
      objectId,
      result,
      applicationId,
    })),
  });
}
