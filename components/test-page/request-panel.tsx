"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { SnippetLanguageChoice } from "@/components/services/snippet-language-choice";
import type { SnippetLanguage } from "@/components/services/snippets";
import { CodeBlock } from "@/components/shared/code-block";
import { Panel } from "@/components/ui/panel";
import type { TestOperation } from "./operations";
import type { Picture } from "./picture";
import { writeRequest } from "./write-request";

interface RequestPanelProps {
  readonly operation: TestOperation;
  readonly query: string;
  /** By the places that they are chosen for. */
  readonly pictures: readonly (Picture | undefined)[];
}

/** A file's name, unless a shell or a program would take a part of it for something else. */
const nameOf = (picture: Picture | undefined) =>
  picture !== undefined && /^[\w.-]+$/.test(picture.file.name) ? picture.file.name : "photo.jpg";

/** The request as a program sends it. */
export function RequestPanel({ operation, query, pictures }: RequestPanelProps) {
  const t = useTranslate();
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  const sent = Math.max(operation.pictures.length, operation.series ? pictures.length : 0);
  const files = Array.from({ length: sent }, (_, at) => nameOf(pictures[at]));
  const code = writeRequest(language, { operation, query, files });
  return (
    <Panel title={t("testPage.request")} purpose={t("testPage.requestKey")}>
      <SnippetLanguageChoice chosen={language} onChange={setLanguage} />
      <CodeBlock label={t("services.snippetOf", { language })} code={code} />
    </Panel>
  );
}
