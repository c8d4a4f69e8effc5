import type { UpdateUserInput } from "./schema";
import type { User } from "./types";

type Party = Pick<User, "id" | "globalRole">;

/** Why somebody who may update users may not make this change; null when they may. */
export function updateRefusal(actor: Party, target: Party, { globalRole }: UpdateUserInput): string | null {
  if (actor.id === target.id) return "Nobody can change their own role or status.";
  if (actor.globalRole === "OWNER") return null;
  if (target.globalRole === "OWNER") return "Only the owner can hand over the ownership.";
  return globalRole === "OWNER" ? "Only the owner can hand over the ownership." : null;
}

/** Why somebody who may reset second factors may not reset this one; null when they may. */
export function resetRefusal(actor: Party, target: Party): string | null {
  if (actor.id === target.id) return "Change your own second factor in your profile.";
  return target.globalRole === "OWNER" ? "The owner's second factor is reset on the command line." : null;
}

/** Why somebody who may delete users may not delete this one; null when they may. */
export function deletionRefusal(actor: Party, target: Party): string | null {
  if (target.globalRole === "OWNER") return "The owner cannot be deleted before the ownership is handed over.";
  return actor.id === target.id ? "Delete your own account in your profile." : null;
}
