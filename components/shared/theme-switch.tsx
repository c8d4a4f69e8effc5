"use client";

import { useSyncExternalStore } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { applyTheme, type Theme, themeNames, themes } from "./themes";
import { useIsInteractive } from "./use-is-interactive";

const asTheme = (text: string | undefined): Theme => themes.find((theme) => theme === text) ?? "system";

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** Three-way choice of colours; follows along when they are changed elsewhere on the page. */
export function ThemeSwitch({ initial }: { readonly initial: Theme }) {
  const t = useTranslate();
  const isInteractive = useIsInteractive();
  const theme = useSyncExternalStore(
    watchTheme,
    () => asTheme(document.documentElement.dataset.theme),
    () => initial,
  );
  return (
    <label className="flex items-center gap-2 text-muted-foreground text-sm">
      {t("shell.theme")}
      <select
        className="h-10 rounded-md border border-border bg-card px-3 text-foreground disabled:opacity-60"
        disabled={!isInteractive}
        value={theme}
        onChange={(event) => applyTheme(asTheme(event.target.value))}
      >
        {themes.map((option) => (
          <option key={option} value={option}>
            {t(themeNames[option])}
          </option>
        ))}
      </select>
    </label>
  );
}
