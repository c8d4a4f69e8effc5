"use client";

import { useState } from "react";
import { type Theme, themes } from "./themes";

const labels = { system: "System", light: "Light", dark: "Dark" } as const satisfies Record<Theme, string>;
const yearS = 31_536_000;

function applyTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs HTTPS, which a first start has not.
  document.cookie = `theme=${theme}; path=/; max-age=${yearS}; samesite=lax`;
}

/** Three-way choice of colours, kept in a cookie so that the server renders the right ones at once. */
export function ThemeSwitch({ initial }: { readonly initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  return (
    <label className="flex items-center gap-2 text-muted-foreground text-sm">
      Theme
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
            {labels[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
