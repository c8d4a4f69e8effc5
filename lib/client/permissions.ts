import type { Action } from "@/lib/domain/policy/types";
import { isPermitted, standingOf } from "@/lib/domain/policy/utils";
import type { Role } from "@/lib/domain/users/types";

// Which controls a page offers, by the table that the server decides by. The server decides on its own; a button that is
// missing here protects nothing.

interface Rights {
  readonly globalRole: Role;
  /** Role in the application at hand, null without one. */
  readonly role: Role | null;
}

/** Whether somebody may do that in the application at hand. */
export const may = (action: Action, { globalRole, role }: Rights): boolean =>
  isPermitted(action, standingOf(globalRole, role));

/** Create applications: global owners and administrators. */
export const isGlobalManager = (globalRole: Role): boolean => may("application.create", { globalRole, role: null });

/** Rename and delete the application, invite, change roles. */
export const managesApplication = (rights: Rights): boolean => may("application.rename", rights);

/** Create, change and delete services and their keys. */
export const managesServices = (rights: Rights): boolean => may("service.update", rights);
