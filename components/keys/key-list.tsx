"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { QueryPanel } from "@/components/shared/query-panel";
import { Panel } from "@/components/ui/panel";
import { keyQueries } from "@/lib/client/api-keys";
import type { ServiceType } from "@/lib/domain/services/types";
import { CreateKey } from "./create-key";
import { KeyCard } from "./key-card";

interface KeyListProps {
  readonly serviceId: string;
  readonly serviceType: ServiceType;
  /** Whether the reader may reveal, create, rotate and revoke. */
  readonly manages: boolean;
}

export function KeyList({ serviceId, serviceType, manages }: KeyListProps) {
  const t = useTranslate();
  const query = useQuery(keyQueries.list(serviceId));
  return (
    <Panel
      title={t("keys.title")}
      purpose={t(manages ? "keys.purpose" : "keys.purposeForUsers")}
      action={manages ? <CreateKey serviceId={serviceId} serviceType={serviceType} /> : null}
    >
      <QueryPanel query={query}>
        {({ items }) => (
          <ul aria-label={t("keys.title")} className="flex flex-col divide-y divide-border">
            {items.map((apiKey) => (
              <KeyCard
                key={apiKey.id}
                apiKey={apiKey}
                serviceId={serviceId}
                serviceType={serviceType}
                manages={manages}
              />
            ))}
          </ul>
        )}
      </QueryPanel>
    </Panel>
  );
}
