"use client";

import { memo } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { CopyButton } from "@/components/shared/copy-button";
import { Panel } from "@/components/ui/panel";
import type { TrialAnswer } from "@/lib/client/trial";
import { JsonTree } from "./json-tree";

/** The answer as a program gets it. */
export const ResponsePanel = memo(function ShownResponse({ answer }: { readonly answer: TrialAnswer }) {
  const t = useTranslate();
  const label = t("testPage.responseJson");
  return (
    <Panel
      title={t("testPage.response")}
      purpose={t("testPage.responseStatus", { status: String(answer.status) })}
      action={<CopyButton text={JSON.stringify(answer.body, null, 2)} label={label} />}
    >
      <figure
        aria-label={label}
        className="max-h-[32rem] overflow-auto rounded-md bg-muted p-4 font-mono text-sm leading-6"
      >
        <JsonTree value={answer.body} />
      </figure>
    </Panel>
  );
});
