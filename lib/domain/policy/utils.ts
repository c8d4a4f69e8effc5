import type { Role } from "@/lib/domain/users/types";
import { permissions } from "./permissions";
import type { Action, Standing } from "./types";

const globalStandings = {
  OWNER: "GLOBAL_OWNER",
  ADMINISTRATOR: "GLOBAL_ADMINISTRATOR",
  USER: null,
} as const satisfies Record<Role, Standing | null>;

const memberStandings = {
  OWNER: "APPLICATION_OWNER",
  ADMINISTRATOR: "APPLICATION_ADMINISTRATOR",
  USER: "APPLICATION_USER",
} as const satisfies Record<Role, Standing>;

/** @param memberRole null for somebody who is no member, or where no application is concerned */
export function standingOf(globalRole: Role, memberRole: Role | null): Standing {
  return globalStandings[globalRole] ?? (memberRole === null ? "OUTSIDER" : memberStandings[memberRole]);
}

export function isPermitted(action: Action, standing: Standing): boolean {
  const permitted: readonly Standing[] = permissions[action];
  return permitted.includes(standing);
}
