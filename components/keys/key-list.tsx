"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryPanel } from "@/components/shared/query-panel";
import { Panel } from "@/components/ui/panel";
import { keyQueries } from "@/lib/client/api-keys";
import type { ServiceType } from "@/lib/domain/services/types";
import { CreateKey } from "./create-key";
import { KeyCard } from "./key-card";

interface KeyListProps {
  readonly serviceId: string;
  readonly serviceType: ServiceType;
  /** Whether the reader may create, rotate and revoke. */
  readonly manages: boolean;
}

export function KeyList({ serviceId, serviceType, manages }: KeyListProps) {
  const query = useQuery(keyQueries.list(serviceId));
  return (
    <Panel
      title="API keys"
      purpose="Requests carry one of these in the header x-api-key. Extra keys can be limited and expire."
      action={manages ? <CreateKey serviceId={serviceId} serviceType={serviceType} /> : null}
    >
      <QueryPanel query={query}>
        {({ items }) => (
          <ul aria-label="API keys" className="flex flex-col divide-y divide-border">
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
