"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { RelativeTime } from "@/components/shared/relative-time";
import { Badge } from "@/components/ui/badge";
import { type ApiKey, keyQueries, revokeKey } from "@/lib/client/api-keys";
import { useChange } from "@/lib/client/use-change";
import type { ServiceType } from "@/lib/domain/services/types";
import { RevealKey } from "./reveal-key";
import { RotateKey } from "./rotate-key";

interface KeyCardProps {
  readonly apiKey: ApiKey;
  readonly serviceId: string;
  readonly serviceType: ServiceType;
  readonly manages: boolean;
}

function useNameOf(apiKey: ApiKey): string {
  const t = useTranslate();
  return apiKey.isPrimary ? t("keys.primary") : apiKey.name;
}

const isPast = (moment: string | null) => moment !== null && Date.parse(moment) <= Date.now();

function KeyUse({ apiKey: { lastUsedAt, expiresAt } }: { readonly apiKey: ApiKey }) {
  const t = useTranslate();
  const use =
    lastUsedAt === null ? (
      t("keys.neverUsed")
    ) : (
      <Message id="keys.used" values={{ when: <RelativeTime at={lastUsedAt} /> }} />
    );
  if (expiresAt === null || isPast(expiresAt)) return use;
  return <Message id="keys.expires" values={{ use, when: <RelativeTime at={expiresAt} /> }} />;
}

function KeyFacts({ apiKey }: { readonly apiKey: ApiKey }) {
  const t = useTranslate();
  const { prefix, expiresAt, revokedAt, isPrimary, scopes } = apiKey;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {useNameOf(apiKey)}
        {isPrimary ? null : scopes.map((scope) => <Badge key={scope}>{t(`keys.${scope}`)}</Badge>)}
        {isPast(revokedAt) ? <Badge>{t("keys.revoked")}</Badge> : null}
        {isPast(expiresAt) ? <Badge>{t("keys.expired")}</Badge> : null}
      </p>
      <p className="font-mono text-sm">{`${prefix}…`}</p>
      <p className="text-muted-foreground text-sm">
        <KeyUse apiKey={apiKey} />
      </p>
    </div>
  );
}

function RevokeButton({ apiKey, serviceId }: Pick<KeyCardProps, "apiKey" | "serviceId">) {
  const t = useTranslate();
  const name = useNameOf(apiKey);
  const revoke = useChange(revokeKey, { outdates: () => [keyQueries.list(serviceId).queryKey] });
  return (
    <DialogButton label={t("keys.revoke")} aria-label={t("keys.revokeOf", { name })} title={t("keys.revokeTitle")}>
      {(close) => (
        <Confirmation
          consequence={t("keys.revokeConsequence", { name })}
          action={t("keys.revokeTitle")}
          run={async () => {
            await revoke.mutateAsync(apiKey.id);
            close();
          }}
          onCancel={close}
        />
      )}
    </DialogButton>
  );
}

/** One key: masked, with what those can do with it who manage the service. */
export function KeyCard({ apiKey, serviceId, serviceType, manages }: KeyCardProps) {
  const isUsable = !isPast(apiKey.revokedAt) && !isPast(apiKey.expiresAt);
  const name = useNameOf(apiKey);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-4">
      <KeyFacts apiKey={apiKey} />
      {isUsable && manages ? (
        <div className="flex flex-wrap gap-2">
          <RevealKey keyId={apiKey.id} name={name} serviceType={serviceType} />
          <RotateKey keyId={apiKey.id} name={name} serviceId={serviceId} serviceType={serviceType} />
          {apiKey.isPrimary ? null : <RevokeButton apiKey={apiKey} serviceId={serviceId} />}
        </div>
      ) : null}
    </li>
  );
}
