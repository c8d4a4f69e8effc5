"use client";

import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { RevealedSecret } from "@/components/shared/revealed-secret";
import { revealKey } from "@/lib/client/api-keys";
import type { ServiceType } from "@/lib/domain/services/types";
import { NewKey } from "./new-key";

interface RevealKeyProps {
  readonly keyId: string;
  readonly name: string;
  readonly serviceType: ServiceType;
}

/** Shows a key again, after saying that this leaves a trace. */
export function RevealKey({ keyId, name, serviceType }: RevealKeyProps) {
  const t = useTranslate();
  return (
    <DialogButton label={t("keys.reveal")} aria-label={t("keys.revealOf", { name })} title={t("keys.revealTitle")}>
      {(close) => (
        <RevealedSecret
          warning={t("keys.revealWarning")}
          action={t("keys.show")}
          reveal={() => revealKey(keyId)}
          onCancel={close}
        >
          {({ key }) => <NewKey apiKey={key} serviceType={serviceType} onDone={close} />}
        </RevealedSecret>
      )}
    </DialogButton>
  );
}
