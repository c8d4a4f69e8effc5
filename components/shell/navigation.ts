import type { Role } from "@/lib/domain/users/types";

interface NavigationItem {
  readonly href: string;
  readonly text: string;
  /** Global roles that have use for the page. */
  readonly roles: readonly Role[];
}

/** The main pages, in the order of the header. */
export const navigation: readonly NavigationItem[] = [
  { href: "/applications", text: "Applications", roles: ["OWNER", "ADMINISTRATOR", "USER"] },
  { href: "/users", text: "Users", roles: ["OWNER", "ADMINISTRATOR"] },
];
