"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Button } from "@/components/ui/button";
import { revealKey } from "@/lib/client/api-keys";
import type { ServiceType } from "@/lib/domain/services/types";
import { NewKey } from "./new-key";

interface RevealKeyProps {
  readonly keyId: string;
  readonly name: string;
  readonly serviceType: ServiceType;
}

function RevealDialog({ keyId, serviceType, close }: RevealKeyProps & { readonly close: () => void }) {
  const t = useTranslate();
  const reveal = useMutation({ mutationFn: revealKey, gcTime: 0 });
  if (reveal.data !== undefined) return <NewKey apiKey={reveal.data.key} serviceType={serviceType} onDone={close} />;
  return (
    <div className="flex flex-col gap-4">
      <p>{t("keys.revealWarning")}</p>
      {reveal.error === null ? null : <ProblemAlert error={reveal.error} />}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" busy={reveal.isPending} onClick={() => reveal.mutate(keyId)}>
          {t("keys.show")}
        </Button>
        <Button onClick={close}>{t("shared.cancel")}</Button>
      </div>
    </div>
  );
}

/** Shows a key again, after saying that this leaves a trace. */
export function RevealKey(props: RevealKeyProps) {
  const t = useTranslate();
  return (
    <DialogButton
      label={t("keys.reveal")}
      aria-label={t("keys.revealOf", { name: props.name })}
      title={t("keys.revealTitle")}
    >
      {(close) => <RevealDialog {...props} close={close} />}
    </DialogButton>
  );
}
