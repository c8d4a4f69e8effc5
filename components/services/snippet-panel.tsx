"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { CodeBlock } from "@/components/shared/code-block";
import { EmptyState } from "@/components/shared/empty-state";
import { Panel } from "@/components/ui/panel";
import type { ServiceType } from "@/lib/domain/services/types";
import { keyVariable, type SnippetLanguage, snippetOf } from "./snippets";

const helps = {
  curl: "services.snippetCurlHelp",
  JavaScript: "services.snippetJavascriptHelp",
  Python: "services.snippetPythonHelp",
} as const satisfies Record<SnippetLanguage, PlainMessageKey>;

const languages = Object.keys(helps) as readonly SnippetLanguage[];

interface LanguageChoiceProps {
  readonly chosen: SnippetLanguage;
  readonly onChange: (language: SnippetLanguage) => void;
}

function LanguageChoice({ chosen, onChange }: LanguageChoiceProps) {
  const t = useTranslate();
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t("services.snippetsLanguage")}</legend>
      {languages.map((language) => (
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

/** Programs that call the service as they stand, once the key is in the environment. */
export function SnippetPanel({ serviceType }: { readonly serviceType: ServiceType }) {
  const t = useTranslate();
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  const snippet = snippetOf(language, serviceType);
  if (snippet === null) {
    return (
      <Panel title={t("services.snippets")}>
        <EmptyState title={t("services.snippetsNone")} />
      </Panel>
    );
  }
  return (
    <Panel title={t("services.snippets")} purpose={t("services.snippetsPurpose")}>
      <p className="text-sm">{t("services.snippetsKey")}</p>
      <CodeBlock label={t("services.snippetsKeyCommand")} code={`export ${keyVariable}="<api key>"`} />
      <LanguageChoice chosen={language} onChange={setLanguage} />
      <p className="text-muted-foreground text-sm">{t(helps[language])}</p>
      <CodeBlock label={t("services.snippetOf", { language })} code={snippet} />
    </Panel>
  );
}
