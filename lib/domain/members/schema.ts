import { z } from "zod";
import { emailSchema } from "@/lib/domain/users/schema";
import { roles } from "@/lib/domain/users/types";
import { invitableRoles } from "./types";

export const inviteMemberInput = z.strictObject({
  email: emailSchema,
  role: z.enum(invitableRoles, { error: `must be one of ${invitableRoles.join(", ")}` }),
});
export type InviteMemberInput = z.output<typeof inviteMemberInput>;

/** OWNER transfers the application; the owner before becomes an administrator. */
export const changeMemberRoleInput = z.strictObject({
  role: z.enum(roles, { error: `must be one of ${roles.join(", ")}` }),
});
