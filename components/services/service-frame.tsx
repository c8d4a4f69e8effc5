"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { PageHeader } from "@/components/shared/page-header";
import { QueryPanel } from "@/components/shared/query-panel";
import { TabLinks } from "@/components/shared/tab-links";
import { useMe } from "@/components/shell/me-context";
import { applicationQueries } from "@/lib/client/applications";
import { managesServices } from "@/lib/client/permissions";
import { type Service, serviceQueries } from "@/lib/client/services";
import { ServiceContext } from "./service-context";
import { serviceUses } from "./service-types";

function ServiceTabs({ id, type }: Service) {
  const t = useTranslate();
  const here = `/services/${id}`;
  const tabs = [
    { href: here, text: t("services.tabOverview") },
    { href: `${here}/test`, text: t("services.tabTest") },
    ...(type === "RECOGNITION" ? [{ href: `${here}/collection`, text: t("collection.tab") }] : []),
    { href: `${here}/dashboard`, text: t("services.tabDashboard") },
    { href: `${here}/settings`, text: t("services.tabSettings") },
  ];
  return <TabLinks label={t("services.tabs")} tabs={tabs} />;
}

function ServicePage({ service, children }: { readonly service: Service; readonly children: ReactNode }) {
  const t = useTranslate();
  const { globalRole } = useMe();
  const query = useQuery(applicationQueries.one(service.applicationId));
  const purpose = t("services.purpose", { type: t(`services.${service.type}`), use: t(serviceUses[service.type]) });
  return (
    <QueryPanel query={query}>
      {({ id, name, role }) => (
        <ServiceContext value={{ service, manages: managesServices({ globalRole, role }) }}>
          <PageHeader
            title={service.name}
            purpose={purpose}
            above={[
              { href: "/applications", text: t("applications.title") },
              { href: `/applications/${id}`, text: name },
            ]}
          />
          <ServiceTabs {...service} />
          {children}
        </ServiceContext>
      )}
    </QueryPanel>
  );
}

interface ServiceFrameProps {
  readonly serviceId: string;
  readonly children: ReactNode;
}

/** Title and tabs around the pages of one service. */
export function ServiceFrame({ serviceId, children }: ServiceFrameProps) {
  const query = useQuery(serviceQueries.one(serviceId));
  return <QueryPanel query={query}>{(service) => <ServicePage service={service}>{children}</ServicePage>}</QueryPanel>;
}
