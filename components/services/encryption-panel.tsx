"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Panel } from "@/components/ui/panel";
import { ReplaceEncryption } from "./replace-encryption";
import { RevealEncryption } from "./reveal-encryption";

/** The key with which clients of a quality service encrypt pictures, for those who may see it. */
export function EncryptionPanel({ serviceId }: { readonly serviceId: string }) {
  const t = useTranslate();
  return (
    <Panel title={t("encryption.title")} purpose={t("encryption.purpose")}>
      <p className="text-muted-foreground text-sm">{t("encryption.limits")}</p>
      <div className="flex flex-wrap gap-3">
        <RevealEncryption serviceId={serviceId} />
        <ReplaceEncryption serviceId={serviceId} />
      </div>
    </Panel>
  );
}
