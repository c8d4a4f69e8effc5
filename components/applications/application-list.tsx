"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { EmptyState } from "@/components/shared/empty-state";
import { Pager, SearchField } from "@/components/shared/list-controls";
import { PageHeader } from "@/components/shared/page-header";
import { QueryPanel } from "@/components/shared/query-panel";
import { useListState } from "@/components/shared/use-list-state";
import { useShown } from "@/components/shared/use-shown";
import { useMe } from "@/components/shell/me-context";
import { Button } from "@/components/ui/button";
import { applicationQueries } from "@/lib/client/applications";
import { isGlobalManager } from "@/lib/client/permissions";
import { ApplicationCard } from "./application-card";
import { CreateApplication } from "./create-application";
import { NoApplications } from "./no-applications";

export function ApplicationList() {
  const t = useTranslate();
  const me = useMe();
  const [state, setState] = useListState();
  const query = useQuery(applicationQueries.list(state));
  const search = useShown(state.search, query.isSuccess && !query.isPlaceholderData);
  const mayCreate = isGlobalManager(me.globalRole);
  return (
    <>
      <PageHeader
        title={t("applications.title")}
        purpose={t("applications.purpose")}
        action={mayCreate ? <CreateApplication /> : null}
      />
      <SearchField label={t("applications.search")} state={state} onChange={setState} />
      <QueryPanel query={query}>
        {({ items, total, size }) => {
          if (items.length === 0 && search === "") return <NoApplications mayCreate={mayCreate} />;
          if (items.length === 0) {
            return (
              <EmptyState title={t("applications.noneCalled", { search })}>
                <Button onClick={() => setState({ search: "", page: 0 })}>{t("shared.clearSearch")}</Button>
              </EmptyState>
            );
          }
          return (
            <>
              <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
                {items.map((application) => (
                  <ApplicationCard key={application.id} application={application} />
                ))}
              </ul>
              <Pager state={state} onChange={setState} total={total} size={size} />
            </>
          );
        }}
      </QueryPanel>
    </>
  );
}
