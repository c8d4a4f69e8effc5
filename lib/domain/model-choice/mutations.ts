import type { Prisma } from "@/lib/db/generated/client";

export async function saveChoice(tx: Prisma.TransactionClient, packId: string): Promise<void> {
  await tx.modelChoice.upsert({ where: { id: 1 }, create: { packId }, update: { packId } });
}
