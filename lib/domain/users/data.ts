import type { Prisma } from "@/lib/db/generated/client";
import type { EmailAddress } from "./schema";

export async function isAnyUserThere(tx: Prisma.TransactionClient): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) !== null;
}

export async function findUserIdByEmail(tx: Prisma.TransactionClient, email: EmailAddress): Promise<string | null> {
  return (await tx.user.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}
