import { changeMemberRoleInput, inviteMemberInput } from "@/lib/domain/members/schema";
import {
  changeMemberRole,
  inviteMember,
  leaveApplication,
  listMembers,
  removeMember,
  revokeInvitation,
} from "@/lib/domain/members/service";
import type { PathParameters } from "@/lib/http/wire";
import { signedIn } from "@/lib/wire/admin/auth";
import { limitMail } from "@/lib/wire/admin/limits";
import { readBody, readId, readNothing, readOnlyId } from "@/lib/wire/admin/read";
import { serializeMember, serializeMembers } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

const pattern = "/api/admin/applications/{applicationId}";

const readMemberPath = (params: PathParameters) => ({
  applicationId: readId(params, "applicationId"),
  userId: readId(params, "userId"),
});

/** Members and open invitations of one application. */
export const membersHandlers = adminPath(`${pattern}/members`, {
  GET: operation({
    authenticate: signedIn,
    read: ({ params }) => readId(params, "applicationId"),
    run: (applicationId, { actor }) => listMembers({ actor, applicationId }),
    serialize: serializeMembers,
  }),
  POST: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => {
      const applicationId = readId(params, "applicationId");
      const invitation = await readBody(request, inviteMemberInput);
      limitMail(request, invitation.email);
      return { applicationId, ...invitation };
    },
    run: (invitation, { actor }) => inviteMember({ actor, ...invitation }),
    serialize: () => ({}),
    status: 202,
  }),
});

/** One member. */
export const memberHandlers = adminPath(`${pattern}/members/{userId}`, {
  PATCH: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      ...readMemberPath(params),
      ...(await readBody(request, changeMemberRoleInput)),
    }),
    run: (input, { actor }) => changeMemberRole({ actor, ...input }),
    serialize: serializeMember,
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => {
      const member = readMemberPath(params);
      await readNothing(request);
      return member;
    },
    run: (member, { actor }) => removeMember({ actor, ...member }),
    serialize: () => undefined,
    status: 204,
  }),
});

/** Leaving an application. */
export const leaveHandlers = adminPath(`${pattern}/leave`, {
  POST: operation({
    authenticate: signedIn,
    read: ({ request, params }) => readOnlyId(request, params, "applicationId"),
    run: (applicationId, { actor }) => leaveApplication({ actor, applicationId }),
    serialize: () => undefined,
    status: 204,
  }),
});

/** Taking an invitation back. */
export const invitationHandlers = adminPath(`${pattern}/invitations/{invitationId}`, {
  DELETE: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => {
      const applicationId = readId(params, "applicationId");
      return { applicationId, invitationId: await readOnlyId(request, params, "invitationId") };
    },
    run: (input, { actor }) => revokeInvitation({ actor, ...input }),
    serialize: () => undefined,
    status: 204,
  }),
});
