import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { type Role, roles } from "@/lib/domain/users/types";
import { accepted, api, nothing } from "./api";

const member = z.object({
  userId: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  role: z.enum(roles),
});
export type Member = z.infer<typeof member>;

const invitation = z.object({ id: z.string(), email: z.string(), role: z.enum(roles), expiresAt: z.string() });
export type Invitation = z.infer<typeof invitation>;

const memberList = z.object({ items: z.array(member), invitations: z.array(invitation) });

const root = (applicationId: string) => `/api/admin/applications/${applicationId}`;

export const memberQueries = {
  list: (applicationId: string) =>
    queryOptions({
      queryKey: ["members", applicationId] as const,
      queryFn: ({ signal }) => api(`${root(applicationId)}/members`, { schema: memberList, signal }),
    }),
};

interface InviteInput {
  readonly applicationId: string;
  readonly email: string;
  readonly role: Role;
}

export const inviteMember = ({ applicationId, ...body }: InviteInput) =>
  api(`${root(applicationId)}/members`, { schema: accepted, method: "POST", body });

interface MemberRoleInput {
  readonly applicationId: string;
  readonly userId: string;
  readonly role: Role;
}

/** Gives a member another role; OWNER moves the ownership, and the old owner becomes an administrator. */
export const changeMemberRole = ({ applicationId, userId, role }: MemberRoleInput) =>
  api(`${root(applicationId)}/members/${userId}`, { schema: accepted, method: "PATCH", body: { role } });

export const removeMember = ({ applicationId, userId }: { readonly applicationId: string; readonly userId: string }) =>
  api(`${root(applicationId)}/members/${userId}`, { schema: nothing, method: "DELETE" });

interface InvitationRef {
  readonly applicationId: string;
  readonly invitationId: string;
}

export const withdrawInvitation = ({ applicationId, invitationId }: InvitationRef) =>
  api(`${root(applicationId)}/invitations/${invitationId}`, { schema: nothing, method: "DELETE" });
