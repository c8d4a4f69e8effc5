import type { PlainMessageKey } from "@/components/language/message-types";

/** What the palette offers, in the order in which it stands there. */
export const groups = ["pages", "actions", "applications", "services"] as const;
type Group = (typeof groups)[number];

export const groupNames = {
  pages: "palette.pages",
  actions: "palette.actions",
  applications: "palette.applications",
  services: "palette.services",
} as const satisfies Record<Group, PlainMessageKey>;

export interface PaletteItem {
  /** Unique among all items. */
  readonly id: string;
  readonly group: Group;
  readonly text: string;
  /** Tells items of the same text apart. */
  readonly detail?: string;
  readonly run: () => void;
}

/** The items whose text holds what was typed, ignoring case. */
export function matchItems(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return items.filter(({ text }) => text.toLocaleLowerCase().includes(wanted));
}
