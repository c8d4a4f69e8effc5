"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { useService } from "@/components/services/service-context";
import { EmptyState } from "@/components/shared/empty-state";
import { SearchField } from "@/components/shared/list-controls";
import { QueryPanel } from "@/components/shared/query-panel";
import { useShown } from "@/components/shared/use-shown";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { collectionQueries } from "@/lib/client/collection";
import { subjectOrders } from "@/lib/domain/subjects/types";
import { AddSubject } from "./add-subject";
import { SubjectList } from "./subject-list";
import type { CollectionState } from "./use-collection-state";

interface SubjectPanelProps {
  readonly serviceId: string;
  readonly state: CollectionState;
  readonly onChange: (change: Partial<CollectionState>) => void;
  readonly onChoose: (subjectId: string) => void;
}

const orderNames = {
  name: "collection.sortName",
  createdAt: "collection.sortNewest",
  faceCount: "collection.sortFaces",
} as const;

function NoSubjects({ search, onChange }: Pick<CollectionState, "search"> & Pick<SubjectPanelProps, "onChange">) {
  const t = useTranslate();
  if (search === "") {
    return (
      <EmptyState title={t("collection.empty")}>
        <p className="text-sm">{t("collection.emptyHelp")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("collection.nothingFound")}>
      <Button onClick={() => onChange({ search: "" })}>{t("shared.clearSearch")}</Button>
    </EmptyState>
  );
}

/** Who is in the collection: searched, sorted and chosen from. */
export function SubjectPanel({ serviceId, state, onChange, onChoose }: SubjectPanelProps) {
  const t = useTranslate();
  const { manages } = useService();
  const query = useQuery({
    ...collectionQueries.subjects(serviceId, state, 0),
    placeholderData: keepPreviousData,
  });
  const isHere = query.isSuccess && !query.isPlaceholderData;
  const shown = { search: useShown(state.search, isHere), sort: useShown(state.sort, isHere) };
  const add = manages ? <AddSubject serviceId={serviceId} onAdded={onChoose} /> : null;
  return (
    <Panel title={t("collection.subjects")} purpose={t("collection.subjectsPurpose")} action={add}>
      <SearchField
        label={t("collection.search")}
        state={{ search: state.search, page: 0 }}
        onChange={({ search }) => onChange({ search })}
      />
      <SelectField
        label={t("collection.sort")}
        value={state.sort}
        choices={subjectOrders.map((order) => [order, t(orderNames[order])] as const)}
        onChange={({ target }) => onChange({ sort: subjectOrders.find((order) => order === target.value) ?? "name" })}
      />
      <QueryPanel query={query}>
        {({ total }) => (
          <>
            <p role="status" className="text-muted-foreground text-sm">
              {t("collection.subjectCount", { count: total })}
            </p>
            {total === 0 ? (
              <NoSubjects search={shown.search} onChange={onChange} />
            ) : (
              <SubjectList
                key={`${shown.sort} ${shown.search}`}
                serviceId={serviceId}
                shown={shown}
                total={total}
                chosen={state.subject}
                onChoose={onChoose}
              />
            )}
          </>
        )}
      </QueryPanel>
    </Panel>
  );
}
