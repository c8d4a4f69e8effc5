"use client";

import { useTranslate } from "@/components/language/language-provider";
import { type SnippetLanguage, snippetLanguages } from "./snippets";

interface SnippetLanguageChoiceProps {
  readonly chosen: SnippetLanguage;
  readonly onChange: (language: SnippetLanguage) => void;
}

/** Choice of the program in which an example is written. */
export function SnippetLanguageChoice({ chosen, onChange }: SnippetLanguageChoiceProps) {
  const t = useTranslate();
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t("services.snippetsLanguage")}</legend>
      {snippetLanguages.map((language) => (
        <label
          key={language}
          className="flex h-10 items-center gap-2 rounded-md border border-border px-3 text-sm hover:bg-muted has-checked:border-primary has-checked:font-semibold"
        >
          <input
            type="radio"
            name="snippet-language"
            className="accent-primary"
            checked={language === chosen}
            onChange={() => onChange(language)}
          />
          {language}
        </label>
      ))}
    </fieldset>
  );
}
