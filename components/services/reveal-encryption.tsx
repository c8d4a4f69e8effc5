"use client";

import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { RevealedSecret } from "@/components/shared/revealed-secret";
import { revealEncryption } from "@/lib/client/encryption";
import { EncryptionPair } from "./encryption-pair";

/** Shows the pair, after saying that this leaves a trace. */
export function RevealEncryption({ serviceId }: { readonly serviceId: string }) {
  const t = useTranslate();
  return (
    <DialogButton label={t("encryption.show")} title={t("encryption.show")}>
      {(close) => (
        <RevealedSecret
          warning={t("encryption.showWarning")}
          action={t("encryption.showVerb")}
          reveal={() => revealEncryption(serviceId)}
          onCancel={close}
        >
          {(shown) => <EncryptionPair shown={shown} onDone={close} />}
        </RevealedSecret>
      )}
    </DialogButton>
  );
}
