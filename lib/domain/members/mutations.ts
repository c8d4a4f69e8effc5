import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/domain/users/types";

interface MemberId {
  readonly applicationId: string;
  readonly userId: string;
}

/**
 * Until the transaction ends, the address is neither invited nor becomes an active account elsewhere. Else an invitation
 * written while the account was made active would wait for a day that is past.
 */
export async function lockAddress(tx: Prisma.TransactionClient, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invitation:${email}`}, 0))`;
}

/** False when the user is a member already. */
export async function insertMember(tx: Prisma.TransactionClient, member: MemberId & { role: Role }): Promise<boolean> {
  const { count } = await tx.membership.createMany({ data: member, skipDuplicates: true });
  return count === 1;
}

export async function updateMemberRole(tx: Prisma.TransactionClient, id: MemberId, role: Role): Promise<void> {
  await tx.membership.update({ where: { userId_applicationId: id }, data: { role }, select: { userId: true } });
}

/** Whoever owned the application is one of its administrators. */
export async function demoteOwner(tx: Prisma.TransactionClient, applicationId: string): Promise<void> {
  await tx.membership.updateMany({ where: { applicationId, role: "OWNER" }, data: { role: "ADMINISTRATOR" } });
}

export async function deleteMember(tx: Prisma.TransactionClient, id: MemberId): Promise<void> {
  await tx.membership.delete({ where: { userId_applicationId: id }, select: { userId: true } });
}

interface NewInvitation {
  readonly applicationId: string;
  readonly email: string;
  readonly role: Role;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly invitedById: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A second invitation of one address takes the place of the first, whose link ends. @returns its id */
export async function putInvitation(tx: Prisma.TransactionClient, invitation: NewInvitation): Promise<string> {
  const { applicationId, email, ...changed } = invitation;
  const { id } = await tx.invitation.upsert({
    where: { applicationId_email: { applicationId, email } },
    create: { id: randomUUID(), ...invitation },
    update: changed,
    select: { id: true },
  });
  return id;
}

/** False when the application has no such invitation. */
export async function deleteInvitation(
  tx: Prisma.TransactionClient,
  { id, applicationId }: { id: string; applicationId: string },
): Promise<boolean> {
  return (await tx.invitation.deleteMany({ where: { id, applicationId } })).count === 1;
}

export async function deleteInvitationsTo(tx: Prisma.TransactionClient, email: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { email } });
}
