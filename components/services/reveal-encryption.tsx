"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Button } from "@/components/ui/button";
import { revealEncryption } from "@/lib/client/encryption";
import { EncryptionPair } from "./encryption-pair";

function RevealDialog({ serviceId, close }: { readonly serviceId: string; readonly close: () => void }) {
  const t = useTranslate();
  const reveal = useMutation({ mutationFn: revealEncryption, gcTime: 0 });
  if (reveal.data !== undefined) return <EncryptionPair shown={reveal.data} onDone={close} />;
  return (
    <div className="flex flex-col gap-4">
      <p>{t("encryption.showWarning")}</p>
      {reveal.error === null ? null : <ProblemAlert error={reveal.error} />}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" busy={reveal.isPending} onClick={() => reveal.mutate(serviceId)}>
          {t("encryption.showVerb")}
        </Button>
        <Button onClick={close}>{t("shared.cancel")}</Button>
      </div>
    </div>
  );
}

/** Shows the pair, after saying that this leaves a trace. */
export function RevealEncryption({ serviceId }: { readonly serviceId: string }) {
  const t = useTranslate();
  return (
    <DialogButton label={t("encryption.show")} title={t("encryption.show")}>
      {(close) => <RevealDialog serviceId={serviceId} close={close} />}
    </DialogButton>
  );
}
