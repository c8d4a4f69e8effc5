import type { Prisma } from "@/lib/db/generated/client";

/** Whether the trail says already that the licence of a pack was accepted. */
export async function hasAcceptance(tx: Prisma.TransactionClient, action: string, packId: string): Promise<boolean> {
  const where = { action, objectType: "installation", objectId: packId, result: "success" };
  return (await tx.auditEvent.findFirst({ where, select: { id: true } })) !== null;
}
