import type { Prisma } from "@/lib/db/generated/client";
import { likeText } from "@/lib/db/like-text";
import type { EmailAddress } from "./schema";
import type { UserItem, UserPage, UserQuery } from "./types";

export async function isAnyUserThere(tx: Prisma.TransactionClient): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) !== null;
}

export async function findUserIdByEmail(tx: Prisma.TransactionClient, email: EmailAddress): Promise<string | null> {
  return (await tx.user.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}

export const shownFields = {
  id: true,
  email: true,
  firstName: true,
  lastName: true,
  globalRole: true,
  status: true,
  createdAt: true,
} as const;

export function findUser(
  tx: Prisma.TransactionClient,
  where: { readonly id: string } | { readonly email: string },
): Promise<UserItem | null> {
  return tx.user.findUnique({ where, select: shownFields });
}

/** The owner of the installation, once somebody who proved their address is. */
export function findProvenOwner(tx: Prisma.TransactionClient): Promise<{ id: string } | null> {
  const where = { globalRole: "OWNER", status: { not: "UNVERIFIED" } } as const;
  return tx.user.findFirst({ where, orderBy: { createdAt: "asc" }, select: { id: true } });
}

/** By address. */
export async function findUsers(tx: Prisma.TransactionClient, { search, page, size }: UserQuery): Promise<UserPage> {
  const contains = { contains: likeText(search), mode: "insensitive" } as const;
  const where = search === "" ? {} : { OR: [{ email: contains }, { firstName: contains }, { lastName: contains }] };
  const window = { orderBy: { email: "asc" }, skip: page * size, take: size } as const;
  const [rows, total] = await Promise.all([
    tx.user.findMany({ where, ...window, select: { ...shownFields, totp: { select: { confirmedAt: true } } } }),
    tx.user.count({ where }),
  ]);
  const items = rows.map(({ totp, ...user }) => ({ ...user, hasSecondFactor: (totp?.confirmedAt ?? null) !== null }));
  return { items, total, page, size };
}
