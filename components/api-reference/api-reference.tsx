"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { useIsInteractive } from "@/components/shared/use-is-interactive";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { OperationDetails } from "./operation-details";
import type { ApiDocument } from "./types";

interface ApiReferenceProps {
  readonly document: ApiDocument;
  /** Address of the document itself. */
  readonly source: string;
  /** Pages of the other APIs. */
  readonly others: readonly { readonly href: string; readonly title: string }[];
}

/** Every operation of an API by its subject, with forms that send it. The key stays in this page. */
export function ApiReference({ document, source, others }: ApiReferenceProps) {
  const t = useTranslate();
  const isInteractive = useIsInteractive();
  const [apiKey, setApiKey] = useState("");
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="font-semibold text-2xl tracking-tight">{document.info.title}</h1>
        <p className="max-w-prose text-muted-foreground">{document.info.description}</p>
        <p>
          {/* Not a page: nothing to load ahead or to show inside this one. */}
          <a href={source} className="text-primary underline underline-offset-4">
            {t("apiReference.document")}
          </a>
        </p>
        {others.length === 0 ? null : (
          <nav aria-label={t("apiReference.others")}>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {others.map(({ href, title }) => (
                <li key={href}>
                  <Link href={href} className="text-primary underline underline-offset-4">
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      <TextField
        label={t("apiReference.key")}
        hint={t("apiReference.keyHint")}
        value={apiKey}
        disabled={!isInteractive}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setApiKey(target.value.trim())}
      />
      {document.tags.map(({ name }) => (
        <Panel key={name} title={name}>
          <div>
            {operations
              .filter(({ operation }) => operation.tags.includes(name))
              .map((one) => (
                <OperationDetails key={one.operation.operationId} {...one} apiKey={apiKey} />
              ))}
          </div>
        </Panel>
      ))}
    </div>
  );
}
