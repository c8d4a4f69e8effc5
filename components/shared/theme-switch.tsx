"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { type Theme, themes } from "./themes";

const labels = {
  system: "shell.themeSystem",
  light: "shell.themeLight",
  dark: "shell.themeDark",
} as const satisfies Record<Theme, PlainMessageKey>;
const yearS = 31_536_000;

function applyTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs HTTPS, which a first start has not.
  document.cookie = `theme=${theme}; path=/; max-age=${yearS}; samesite=lax`;
}

/** Three-way choice of colours, kept in a cookie so that the server renders the right ones at once. */
export function ThemeSwitch({ initial }: { readonly initial: Theme }) {
  const t = useTranslate();
  const [theme, setTheme] = useState(initial);
  return (
    <label className="flex items-center gap-2 text-muted-foreground text-sm">
      {t("shell.theme")}
      <select
        className="h-10 rounded-md border border-border bg-card px-3 text-foreground"
        value={theme}
        onChange={(event) => {
          const next = themes.find((option) => option === event.target.value) ?? "system";
          setTheme(next);
          applyTheme(next);
        }}
      >
        {themes.map((option) => (
          <option key={option} value={option}>
            {t(labels[option])}
          </option>
        ))}
      </select>
    </label>
  );
}
