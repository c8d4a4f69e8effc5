"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { EmptyState } from "@/components/shared/empty-state";
import { Pager, SearchField } from "@/components/shared/list-controls";
import { PageHeader } from "@/components/shared/page-header";
import { QueryPanel } from "@/components/shared/query-panel";
import { useListState } from "@/components/shared/use-list-state";
import { Button } from "@/components/ui/button";
import { userQueries } from "@/lib/client/users";
import { UserRow } from "./user-row";

export function UserList() {
  const t = useTranslate();
  const [state, setState] = useListState();
  const query = useQuery(userQueries.list(state));
  return (
    <>
      <PageHeader title={t("users.title")} purpose={t("users.purpose")} />
      <SearchField label={t("users.search")} state={state} onChange={setState} />
      <QueryPanel query={query}>
        {({ items, total, size }) =>
          items.length === 0 ? (
            <EmptyState title={t("users.none")}>
              <Button onClick={() => setState({ search: "", page: 0 })}>{t("shared.clearSearch")}</Button>
            </EmptyState>
          ) : (
            <>
              <ul
                aria-label={t("users.title")}
                className="flex flex-col divide-y divide-border rounded-md border border-border bg-card px-4"
              >
                {items.map((user) => (
                  <UserRow key={user.id} user={user} />
                ))}
              </ul>
              <Pager state={state} onChange={setState} total={total} size={size} />
            </>
          )
        }
      </QueryPanel>
    </>
  );
}
