import type { Translation } from "@/components/language/message-types";
import type { roles as english } from "@/components/language/messages/en/roles";

export const roles = {
  OWNER: "Inhaber",
  ADMINISTRATOR: "Administrator",
  USER: "Benutzer",
} as const satisfies Translation<typeof english>;
