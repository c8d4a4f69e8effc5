"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useApplication } from "@/components/applications/application-context";
import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { EmptyState } from "@/components/shared/empty-state";
import { QueryPanel } from "@/components/shared/query-panel";
import { RelativeTime } from "@/components/shared/relative-time";
import { useMe } from "@/components/shell/me-context";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { FirstSteps } from "@/components/welcome/first-steps";
import { managesServices } from "@/lib/client/permissions";
import { type ServiceSummary, serviceQueries } from "@/lib/client/services";
import { CreateService } from "./create-service";

function ServiceRow({ service }: { readonly service: ServiceSummary }) {
  const t = useTranslate();
  const { id, name, type, keyPrefix, lastUsedAt } = service;
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-2 py-4 hover:bg-muted">
      <div className="flex min-w-0 flex-col gap-1">
        <Link href={`/services/${id}`} className="break-words font-medium after:absolute after:inset-0">
          {name}
        </Link>
        <span>
          <Badge>{t(`services.${type}`)}</Badge>
        </span>
      </div>
      <p className="text-muted-foreground text-sm">
        {keyPrefix === null ? t("services.noKey") : <span className="font-mono">{`${keyPrefix}…`}</span>}
        {" · "}
        {lastUsedAt === null ? (
          t("services.neverUsed")
        ) : (
          <Message id="services.used" values={{ when: <RelativeTime at={lastUsedAt} /> }} />
        )}
      </p>
    </li>
  );
}

function NoServices({ mayCreate }: { readonly mayCreate: boolean }) {
  const t = useTranslate();
  if (mayCreate) {
    return (
      <EmptyState title={t("services.none")}>
        <FirstSteps current="service" />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("services.none")}>
      <p>{t("services.noneHelp")}</p>
      <p>{t("services.noneForUsers")}</p>
    </EmptyState>
  );
}

export function ServiceList() {
  const t = useTranslate();
  const { globalRole } = useMe();
  const { id, role } = useApplication();
  const query = useQuery(serviceQueries.list(id));
  const create = managesServices({ globalRole, role }) ? <CreateService applicationId={id} /> : null;
  return (
    <Panel title={t("services.title")} purpose={t("services.listPurpose")} action={create}>
      <QueryPanel query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NoServices mayCreate={create !== null} />
          ) : (
            <ul aria-label={t("services.title")} className="flex flex-col divide-y divide-border">
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
