"use client";

import { useRouter } from "next/navigation";
import { useIsInteractive } from "@/components/shared/use-is-interactive";
import { useTexts } from "./language-provider";
import { languageNames, languages } from "./languages";
import { rememberLanguage } from "./remember-language";

/** Choice of the language, kept in a cookie; the page comes again in the other one and keeps what it holds. */
export function LanguageSwitch() {
  const { language, translate: t } = useTexts();
  const router = useRouter();
  const isInteractive = useIsInteractive();
  return (
    <label className="flex items-center gap-2 text-muted-foreground text-sm">
      {t("shell.language")}
      <select
        className="h-10 rounded-md border border-border bg-card px-3 text-foreground disabled:opacity-60"
        disabled={!isInteractive}
        value={language}
        onChange={(event) => {
          rememberLanguage(event.target.value);
          router.refresh();
        }}
      >
        {languages.map((option) => (
          <option key={option} value={option} lang={option}>
            {languageNames[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
