"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyList } from "@/components/keys/key-list";
import { PageHeader } from "@/components/shared/page-header";
import { QueryPanel } from "@/components/shared/query-panel";
import { useMe } from "@/components/shell/me-context";
import { applicationQueries } from "@/lib/client/applications";
import { managesServices } from "@/lib/client/permissions";
import { type Service, serviceQueries } from "@/lib/client/services";
import { ServiceActions } from "./service-actions";
import { ServiceSettingsForm } from "./service-settings-form";
import { serviceTypeTexts } from "./service-types";

function ServiceFrame({ service }: { readonly service: Service }) {
  const { globalRole } = useMe();
  const query = useQuery(applicationQueries.one(service.applicationId));
  return (
    <QueryPanel query={query}>
      {(application) => {
        const manages = managesServices({ globalRole, role: application.role });
        const above = [
          { href: "/applications", text: "Applications" },
          { href: `/applications/${application.id}`, text: application.name },
        ];
        const { name, explanation } = serviceTypeTexts[service.type];
        return (
          <>
            <PageHeader title={service.name} purpose={`${name}. ${explanation}`} above={above} />
            <KeyList serviceId={service.id} serviceType={service.type} manages={manages} />
            <ServiceSettingsForm service={service} manages={manages} />
            {manages ? <ServiceActions service={service} /> : null}
          </>
        );
      }}
    </QueryPanel>
  );
}

export function ServiceDetails({ serviceId }: { readonly serviceId: string }) {
  const query = useQuery(serviceQueries.one(serviceId));
  return <QueryPanel query={query}>{(service) => <ServiceFrame service={service} />}</QueryPanel>;
}
