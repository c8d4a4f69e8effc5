"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { CodeBlock } from "@/components/shared/code-block";
import { Panel } from "@/components/ui/panel";
import type { ServiceType } from "@/lib/domain/services/types";
import { SnippetLanguageChoice } from "./snippet-language-choice";
import { keyVariable, type SnippetLanguage, snippetOf } from "./snippets";

const helps = {
  curl: "services.snippetCurlHelp",
  JavaScript: "services.snippetJavascriptHelp",
  Python: "services.snippetPythonHelp",
} as const satisfies Record<SnippetLanguage, PlainMessageKey>;

/** Programs that call the service as they stand, once the key is in the environment. */
export function SnippetPanel({ serviceType }: { readonly serviceType: ServiceType }) {
  const t = useTranslate();
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  return (
    <Panel title={t("services.snippets")} purpose={t("services.snippetsPurpose")}>
      <p className="text-sm">{t("services.snippetsKey")}</p>
      <CodeBlock label={t("services.snippetsKeyCommand")} code={`export ${keyVariable}="<api key>"`} />
      <SnippetLanguageChoice chosen={language} onChange={setLanguage} />
      <p className="text-muted-foreground text-sm">{t(helps[language])}</p>
      <CodeBlock label={t("services.snippetOf", { language })} code={snippetOf(language, serviceType)} />
    </Panel>
  );
}
