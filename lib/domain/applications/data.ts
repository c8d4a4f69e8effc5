import type { Prisma } from "@/lib/db/generated/client";
import type { Application } from "./types";

/** Ignores case in the way of the unique index, which Prisma's own insensitive comparison (ILIKE) does not use. */
export async function findApplicationByName(tx: Prisma.TransactionClient, name: string): Promise<Application | null> {
  const rows = await tx.$queryRaw<Application[]>`SELECT id, name FROM "Application" WHERE lower(name) = lower(${name})`;
  return rows[0] ?? null;
}
