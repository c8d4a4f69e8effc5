"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { useApplication } from "@/components/applications/application-context";
import { CodeBlock } from "@/components/shared/code-block";
import { EmptyState } from "@/components/shared/empty-state";
import { QueryPanel } from "@/components/shared/query-panel";
import { RelativeTime } from "@/components/shared/relative-time";
import { useMe } from "@/components/shell/me-context";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { managesServices } from "@/lib/client/permissions";
import { type ServiceSummary, serviceQueries } from "@/lib/client/services";
import { CreateService } from "./create-service";
import { serviceTypeTexts } from "./service-types";
import { detectionCommand } from "./snippets";

function ServiceRow({ service }: { readonly service: ServiceSummary }) {
  const { id, name, type, keyPrefix, lastUsedAt } = service;
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-2 py-4 hover:bg-muted">
      <div className="flex min-w-0 flex-col gap-1">
        <Link href={`/services/${id}`} className="break-words font-medium after:absolute after:inset-0">
          {name}
        </Link>
        <span>
          <Badge>{serviceTypeTexts[type].name}</Badge>
        </span>
      </div>
      <p className="text-muted-foreground text-sm">
        {keyPrefix === null ? "No key" : <span className="font-mono">{`${keyPrefix}…`}</span>}
        {" · "}
        {lastUsedAt === null ? (
          "never used"
        ) : (
          <>
            used <RelativeTime at={lastUsedAt} />
          </>
        )}
      </p>
    </li>
  );
}

function NoServices({ children }: { readonly children: ReactNode }) {
  return (
    <EmptyState title="There is no service yet.">
      <p>A service has a type and a key. Programs send pictures with the key, for instance:</p>
      <div className="w-full">
        <CodeBlock label="Command that detects faces" code={detectionCommand("<api key>")} />
      </div>
      {children}
    </EmptyState>
  );
}

export function ServiceList() {
  const { globalRole } = useMe();
  const { id, role } = useApplication();
  const query = useQuery(serviceQueries.list(id));
  const create = managesServices({ globalRole, role }) ? <CreateService applicationId={id} /> : null;
  return (
    <Panel title="Services" purpose="Each service answers requests that carry its key." action={create}>
      <QueryPanel query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NoServices>{create === null ? <p>The owner or an administrator can create one.</p> : null}</NoServices>
          ) : (
            <ul aria-label="Services" className="flex flex-col divide-y divide-border">
              {items.map((service) => (
                <ServiceRow key={service.id} service={service} />
              ))}
            </ul>
          )
        }
      </QueryPanel>
    </Panel>
  );
}
