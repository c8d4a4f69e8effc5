"use client";

import { useTranslate } from "@/components/language/language-provider";
import { firstRequest } from "@/components/services/first-calls";
import { CodeBlock } from "@/components/shared/code-block";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ServiceType } from "@/lib/domain/services/types";

interface NewKeyProps {
  readonly apiKey: string;
  readonly serviceType: ServiceType;
  readonly onDone: () => void;
}

/** A key that the server has just told, with a request that uses it. */
export function NewKey({ apiKey, serviceType, onDone }: NewKeyProps) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-4">
      <Alert kind="note" title={t("keys.newTitle")}>
        <p>{t("keys.newWarning")}</p>
      </Alert>
      <CodeBlock label={t("keys.key")} code={apiKey} />
      <p>{t("keys.firstRequest")}</p>
      <CodeBlock label={t("keys.firstRequestOf")} code={firstRequest(serviceType, apiKey)} />
      <div>
        <Button look="primary" onClick={onDone}>
          {t("keys.done")}
        </Button>
      </div>
    </div>
  );
}
