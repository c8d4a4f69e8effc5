import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

export async function findPasswordHash(userId: string): Promise<string | null> {
  return (await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } }))?.passwordHash ?? null;
}

const person = { id: true, email: true, firstName: true, lastName: true } as const;

export function findActiveUser(tx: Prisma.TransactionClient, where: { email: string } | { id: string }) {
  return tx.user.findUnique({ where: { ...where, status: "ACTIVE" }, select: person });
}
