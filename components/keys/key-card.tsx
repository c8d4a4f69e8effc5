"use client";

import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { RelativeTime } from "@/components/shared/relative-time";
import { Badge } from "@/components/ui/badge";
import { type ApiKey, keyQueries, revokeKey } from "@/lib/client/api-keys";
import { useChange } from "@/lib/client/use-change";
import type { KeyScope } from "@/lib/domain/api-keys/types";
import type { ServiceType } from "@/lib/domain/services/types";
import { RevealKey } from "./reveal-key";
import { RotateKey } from "./rotate-key";

interface KeyCardProps {
  readonly apiKey: ApiKey;
  readonly serviceId: string;
  readonly serviceType: ServiceType;
  readonly manages: boolean;
}

const scopeNames = { read: "Read", enrol: "Enrol", delete: "Delete" } as const satisfies Record<KeyScope, string>;

const nameOf = ({ name, isPrimary }: ApiKey) => (isPrimary ? "Primary key" : name);

const isPast = (moment: string | null) => moment !== null && Date.parse(moment) <= Date.now();

function KeyFacts({ apiKey }: { readonly apiKey: ApiKey }) {
  const { prefix, lastUsedAt, expiresAt, revokedAt, isPrimary, scopes } = apiKey;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {nameOf(apiKey)}
        {isPrimary ? null : scopes.map((scope) => <Badge key={scope}>{scopeNames[scope]}</Badge>)}
        {isPast(revokedAt) ? <Badge>Revoked</Badge> : null}
        {isPast(expiresAt) ? <Badge>Expired</Badge> : null}
      </p>
      <p className="font-mono text-sm">{`${prefix}…`}</p>
      <p className="text-muted-foreground text-sm">
        {lastUsedAt === null ? "Never used" : "Used "}
        {lastUsedAt === null ? null : <RelativeTime at={lastUsedAt} />}
        {expiresAt === null || isPast(expiresAt) ? null : (
          <>
            , expires <RelativeTime at={expiresAt} />
          </>
        )}
      </p>
    </div>
  );
}

function RevokeButton({ apiKey, serviceId }: Pick<KeyCardProps, "apiKey" | "serviceId">) {
  const revoke = useChange(revokeKey, { outdates: () => [keyQueries.list(serviceId).queryKey] });
  return (
    <DialogButton label="Revoke" aria-label={`Revoke ${nameOf(apiKey)}`} title="Revoke key">
      {(close) => (
        <Confirmation
          consequence={`Requests with ${nameOf(apiKey)} are refused from now on. This cannot be undone.`}
          action="Revoke key"
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

/** One key: masked, with what can be done with it. */
export function KeyCard({ apiKey, serviceId, serviceType, manages }: KeyCardProps) {
  const isUsable = !isPast(apiKey.revokedAt) && !isPast(apiKey.expiresAt);
  const name = nameOf(apiKey);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-4">
      <KeyFacts apiKey={apiKey} />
      <div className="flex flex-wrap gap-2">
        {isUsable ? <RevealKey keyId={apiKey.id} name={name} serviceType={serviceType} /> : null}
        {isUsable && manages ? (
          <RotateKey keyId={apiKey.id} name={name} serviceId={serviceId} serviceType={serviceType} />
        ) : null}
        {isUsable && manages && !apiKey.isPrimary ? <RevokeButton apiKey={apiKey} serviceId={serviceId} /> : null}
      </div>
    </li>
  );
}
