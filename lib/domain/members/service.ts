import { newToken } from "@/lib/auth/mail-token";
import { config } from "@/lib/config/env";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor, AuditObjectType } from "@/lib/domain/audit/types";
import { auditActorOf, authorize, change, refuse } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import type { Role } from "@/lib/domain/users/types";
import { AppError } from "@/lib/errors/app-error";
import { enqueueMail } from "@/lib/mail/outbox";
import { invitationMail, memberAddedMail } from "@/lib/mail/templates";
import { findApplicationName, findInvitations, findInvitationsTo, findInvitee, findMember, findMembers } from "./data";
import {
  deleteInvitation,
  deleteInvitationsTo,
  deleteMember,
  demoteOwner,
  insertMember,
  lockAddress,
  putInvitation,
  updateMemberRole,
} from "./mutations";
import type { InviteMemberInput } from "./schema";
import type { Member, MemberList } from "./types";

const invitationLifetimeMs = 7 * 24 * 3_600_000;

type Transaction = Prisma.TransactionClient;

interface InApplication {
  readonly actor: Caller;
  readonly applicationId: string;
}
type AtMember = InApplication & { readonly userId: string };

const missing = () => new AppError("not_found", "The object does not exist.");

async function record(
  tx: Transaction,
  actor: Actor,
  action: `${"member" | "invitation" | "application"}.${string}`,
  [objectType, objectId]: readonly [AuditObjectType, string],
): Promise<void> {
  await recordAuditEvents(tx, [{ actor, action, objectType, objectId, result: "success" }]);
}

const memberObject = ({ applicationId, userId }: { applicationId: string; userId: string }) =>
  ["member", `${applicationId}/${userId}`] as const;

async function requireMember(tx: Transaction, { applicationId, userId }: AtMember): Promise<Member> {
  const member = await findMember(tx, { applicationId, userId });
  if (member === null) throw missing();
  return member;
}

/** Everybody in the application and everybody who was invited and has not come yet. @throws AppError `not_found` */
export async function listMembers({ actor, applicationId }: InApplication, now = new Date()): Promise<MemberList> {
  await authorize({ actor, action: "member.list", applicationId });
  const [items, invitations] = await Promise.all([findMembers(applicationId), findInvitations(applicationId, now)]);
  return { items, invitations };
}

type Invitation = InApplication & InviteMemberInput;

async function mailTo(
  tx: Transaction,
  { applicationId, email }: Invitation,
  { template, path, now }: { template: typeof invitationMail; path: string; now: Date },
): Promise<void> {
  const { mail, publicUrl } = config();
  if (!mail.enabled) return;
  const applicationName = await findApplicationName(tx, applicationId);
  await enqueueMail(tx, { to: email, ...template({ link: `${publicUrl}${path}`, applicationName }) }, now);
}

async function inviteKnown(tx: Transaction, invitation: Invitation, userId: string, now: Date): Promise<void> {
  const { actor, applicationId, role } = invitation;
  if (!(await insertMember(tx, { applicationId, userId, role }))) {
    throw new AppError("conflict", "This person is a member already.");
  }
  await record(tx, auditActorOf(actor), "member.invite", memberObject({ applicationId, userId }));
  await mailTo(tx, invitation, { template: memberAddedMail, path: `/applications/${applicationId}`, now });
}

async function inviteUnknown(tx: Transaction, invitation: Invitation, now: Date): Promise<void> {
  const { actor, applicationId, email, role } = invitation;
  const { token, tokenHash } = newToken();
  const times = { createdAt: now, expiresAt: new Date(now.getTime() + invitationLifetimeMs) };
  const row = { applicationId, email, role, tokenHash, invitedById: actor.userId, ...times };
  const id = await putInvitation(tx, row);
  await record(tx, auditActorOf(actor), "member.invite", ["invitation", id]);
  await mailTo(tx, invitation, { template: invitationMail, path: `/sign-up?invitation=${token}`, now });
}

/**
 * Makes the holder of the address a member at once, or invites whoever signs up with it within 7 days. A mail goes out
 * either way, and the answer does not tell which it was.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` for a member
 */
export function inviteMember(invitation: Invitation, now = new Date()): Promise<void> {
  const { actor, applicationId, email } = invitation;
  return change({ actor, action: "member.invite", applicationId }, async (tx) => {
    await lockAddress(tx, email);
    const userId = await findInvitee(tx, email);
    if (userId === null) await inviteUnknown(tx, invitation, now);
    else await inviteKnown(tx, invitation, userId, now);
  });
}

/**
 * Turns the invitations of an address into memberships of the user who has shown that it is theirs.
 * Called in the transaction that makes the account active.
 */
export async function acceptInvitations(
  tx: Transaction,
  actor: Actor,
  { userId, email }: { userId: string; email: string },
  now = new Date(),
): Promise<void> {
  await lockAddress(tx, email);
  for (const { applicationId, role } of await findInvitationsTo(tx, email, now)) {
    const isNew = await insertMember(tx, { applicationId, userId, role });
    if (isNew) await record(tx, actor, "invitation.accept", memberObject({ applicationId, userId }));
  }
  await deleteInvitationsTo(tx, email);
}

/** @throws AppError `not_found`, `forbidden` */
export function revokeInvitation({
  actor,
  applicationId,
  invitationId,
}: InApplication & { invitationId: string }): Promise<void> {
  return change({ actor, action: "invitation.revoke", applicationId }, async (tx) => {
    await record(tx, auditActorOf(actor), "invitation.revoke", ["invitation", invitationId]);
    if (!(await deleteInvitation(tx, { id: invitationId, applicationId }))) throw missing();
  });
}

/**
 * Changes what a member may do. OWNER transfers the application, and the owner before becomes an administrator.
 *
 * @throws AppError `not_found`; `forbidden`, also for another role of the owner, who must transfer first
 */
export function changeMemberRole(input: AtMember & { readonly role: Role }): Promise<Member> {
  const { actor, applicationId, userId, role } = input;
  return change({ actor, action: "member.change_role", applicationId }, async (tx) => {
    const member = await requireMember(tx, input);
    if (member.role === role) return member;
    if (member.role === "OWNER") refuse("The owner gives up the application by transferring it.");
    if (role === "OWNER") await demoteOwner(tx, applicationId);
    await updateMemberRole(tx, { applicationId, userId }, role);
    const action = role === "OWNER" ? "application.transfer" : "member.change_role";
    await record(tx, auditActorOf(actor), action, memberObject(input));
    return { ...member, role };
  });
}

async function remove(tx: Transaction, member: AtMember, action: "member.remove" | "application.leave"): Promise<void> {
  const { actor, applicationId, userId } = member;
  const { role } = await requireMember(tx, member);
  if (role === "OWNER") refuse("The owner stays until the application is transferred.");
  await deleteMember(tx, { applicationId, userId });
  await record(tx, auditActorOf(actor), action, memberObject(member));
}

/** @throws AppError `not_found` for somebody who is no member; `forbidden` for the owner, who must transfer first */
export function leaveApplication({ actor, applicationId }: InApplication): Promise<void> {
  const member = { actor, applicationId, userId: actor.userId };
  return change({ actor, action: "application.leave", applicationId }, (tx) => remove(tx, member, "application.leave"));
}

/** Removing oneself is leaving. @throws AppError `not_found`; `forbidden`, also for the owner */
export function removeMember(member: AtMember): Promise<void> {
  const { actor, applicationId, userId } = member;
  if (userId === actor.userId) return leaveApplication(member);
  return change({ actor, action: "member.remove", applicationId }, (tx) => remove(tx, member, "member.remove"));
}
