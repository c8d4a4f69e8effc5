import type { Prisma } from "@/lib/db/generated/client";
import type { AuditEntry } from "./types";

export async function insertAuditEvents(tx: Prisma.TransactionClient, entries: readonly AuditEntry[]): Promise<void> {
  await tx.auditEvent.createMany({
    data: entries.map(({ actor, action, objectType, objectId, result }) => ({
      actorUserId: actor.userId,
      actorLabel: actor.label,
      ip: actor.ip,
      action,
      objectType,
      objectId,
      result,
    })),
  });
}
