"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { PageHeader } from "@/components/shared/page-header";
import { QueryPanel } from "@/components/shared/query-panel";
import { applicationQueries } from "@/lib/client/applications";
import { ApplicationContext } from "./application-context";
import { ApplicationTabs } from "./application-tabs";

interface ApplicationFrameProps {
  readonly applicationId: string;
  readonly children: ReactNode;
}

/** Title and tabs around the pages of one application. */
export function ApplicationFrame({ applicationId, children }: ApplicationFrameProps) {
  const t = useTranslate();
  const query = useQuery(applicationQueries.one(applicationId));
  return (
    <QueryPanel query={query}>
      {(application) => (
        <ApplicationContext value={application}>
          <PageHeader title={application.name} above={[{ href: "/applications", text: t("applications.title") }]} />
          <ApplicationTabs />
          {children}
        </ApplicationContext>
      )}
    </QueryPanel>
  );
}
