import type { Role } from "@/lib/domain/users/types";

export interface Member {
  readonly userId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
}

/** Roles that an invitation can give. Ownership passes only to somebody who is a member already. */
export const invitableRoles = ["ADMINISTRATOR", "USER"] as const satisfies readonly Role[];

/** Sent to an address that nobody has an active account with. */
export interface PendingInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
}

export interface MemberList {
  readonly items: readonly Member[];
  readonly invitations: readonly PendingInvitation[];
}
