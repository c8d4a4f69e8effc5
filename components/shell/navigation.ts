import type { PlainMessageKey } from "@/components/language/message-types";
import type { Role } from "@/lib/domain/users/types";

interface NavigationItem {
  readonly href: string;
  readonly text: PlainMessageKey;
  /** Global roles that have use for the page. */
  readonly roles: readonly Role[];
}

/** The main pages, in the order of the header. */
export const navigation: readonly NavigationItem[] = [
  { href: "/applications", text: "shell.applications", roles: ["OWNER", "ADMINISTRATOR", "USER"] },
  { href: "/users", text: "shell.users", roles: ["OWNER", "ADMINISTRATOR"] },
  { href: "/audit", text: "audit.title", roles: ["OWNER", "ADMINISTRATOR"] },
  { href: "/models", text: "models.title", roles: ["OWNER", "ADMINISTRATOR"] },
  { href: "/server", text: "server.title", roles: ["OWNER", "ADMINISTRATOR"] },
];
