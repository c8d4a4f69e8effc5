import type { PlainMessageKey } from "@/components/language/message-types";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeNames = {
  system: "shell.themeSystem",
  light: "shell.themeLight",
  dark: "shell.themeDark",
} as const satisfies Record<Theme, PlainMessageKey>;

const yearS = 31_536_000;

/** Shows the page in these colours, and keeps the choice in a cookie so that the server renders them at once. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs HTTPS, which a first start has not.
  document.cookie = `theme=${theme}; path=/; max-age=${yearS}; samesite=lax`;
}
