import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import type { User } from "./types";

// Any number will do that no other lock of this database uses.
const firstUserLock = 72_707_370;

/** Until the transaction ends, nobody else can be counted as the first user. */
export async function lockUserCreation(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${firstUserLock}::bigint)`;
}

type NewUser = Omit<User, "id"> & { readonly passwordHash: string };

/** Null when the address is taken. */
export async function insertUser(tx: Prisma.TransactionClient, user: NewUser): Promise<User | null> {
  const { passwordHash, ...shown } = user;
  const created: User = { id: randomUUID(), ...shown };
  const data = { ...created, passwordHash, status: "ACTIVE" } as const;
  const { count } = await tx.user.createMany({ data, skipDuplicates: true });
  return count === 1 ? created : null;
}
