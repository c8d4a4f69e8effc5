import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { EmailAddress } from "@/lib/domain/users/schema";
import type { Member, PendingInvitation } from "./types";

const memberSelect = {
  userId: true,
  role: true,
  user: { select: { email: true, firstName: true, lastName: true } },
} as const satisfies Prisma.MembershipSelect;

function memberOf({ user, ...row }: Prisma.MembershipGetPayload<{ select: typeof memberSelect }>): Member {
  return { ...row, ...user };
}

/** In order of role and name. */
export async function findMembers(applicationId: string): Promise<Member[]> {
  const orderBy = [{ role: "asc" as const }, { user: { lastName: "asc" as const } }, { userId: "asc" as const }];
  const rows = await db().membership.findMany({ where: { applicationId }, orderBy, select: memberSelect });
  return rows.map(memberOf);
}

interface MemberId {
  readonly applicationId: string;
  readonly userId: string;
}

/** Null for somebody who is no member. */
export async function findMember(tx: Prisma.TransactionClient, id: MemberId): Promise<Member | null> {
  const row = await tx.membership.findUnique({ where: { userId_applicationId: id }, select: memberSelect });
  return row && memberOf(row);
}

/** Those that can still be accepted, in order of address. */
export function findInvitations(applicationId: string, now: Date): Promise<PendingInvitation[]> {
  return db().invitation.findMany({
    where: { applicationId, expiresAt: { gt: now } },
    orderBy: { email: "asc" },
    select: { id: true, email: true, role: true, expiresAt: true },
  });
}

/** Of all applications. */
export function findInvitationsTo(tx: Prisma.TransactionClient, email: string, now: Date) {
  return tx.invitation.findMany({
    where: { email, expiresAt: { gt: now } },
    select: { id: true, applicationId: true, role: true },
  });
}

/** The user who can be made a member at once: whoever has not shown yet that the address is theirs cannot. */
export async function findInvitee(tx: Prisma.TransactionClient, email: EmailAddress): Promise<string | null> {
  const user = await tx.user.findUnique({ where: { email }, select: { id: true, status: true } });
  return user === null || user.status === "UNVERIFIED" ? null : user.id;
}

export async function findApplicationName(tx: Prisma.TransactionClient, id: string): Promise<string> {
  return (await tx.application.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}
