import type { Role } from "@/lib/domain/users/types";

/** Roles as readers see them. */
export const roleNames = {
  OWNER: "Owner",
  ADMINISTRATOR: "Administrator",
  USER: "User",
} as const satisfies Record<Role, string>;
