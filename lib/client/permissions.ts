import type { Role } from "@/lib/domain/users/types";

// Which controls a page offers. The server decides on its own; a button that is missing here protects nothing.

/** Global owners and administrators: they see everything, create applications and manage accounts. */
export const isGlobalManager = (globalRole: Role): boolean => globalRole !== "USER";

interface Standing {
  readonly globalRole: Role;
  /** Role in the application at hand, null without one. */
  readonly role: Role | null;
}

/** Rename and delete the application, invite, change roles. */
export const managesApplication = ({ globalRole, role }: Standing): boolean =>
  isGlobalManager(globalRole) || role === "OWNER";

/** Create, change and delete services and their keys. */
export const managesServices = ({ globalRole, role }: Standing): boolean =>
  managesApplication({ globalRole, role }) || role === "ADMINISTRATOR";
