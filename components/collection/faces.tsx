"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { useService } from "@/components/services/service-context";
import { EmptyState } from "@/components/shared/empty-state";
import { QueryPanel } from "@/components/shared/query-panel";
import { collectionQueries, type SubjectItem } from "@/lib/client/collection";
import { DeletionBar } from "./deletion-bar";
import { FaceGrid } from "./face-grid";
import { SelectionBar } from "./selection-bar";
import { useDelayedDeletion } from "./use-delayed-deletion";

interface FacesProps {
  readonly serviceId: string;
  readonly subject: SubjectItem;
  readonly onChoose: (subjectId: string) => void;
}

const nobody: ReadonlySet<string> = new Set();

/** The faces of a subject, with what can be done with some of them at once. */
export function Faces({ serviceId, subject, onChoose }: FacesProps) {
  const t = useTranslate();
  const { manages } = useService();
  const query = useInfiniteQuery(collectionQueries.faces(serviceId, subject.id));
  const [selected, setSelected] = useState(nobody);
  const deletion = useDelayedDeletion(serviceId);
  const parts = (query.data?.pages ?? []).map(({ items }) => items.filter(({ id }) => !deletion.ids.includes(id)));
  const shown = parts.flat().map(({ id }) => id);
  const chosen = shown.filter((id) => selected.has(id));
  const remove = () => {
    deletion.start(chosen);
    setSelected(nobody);
  };
  const toggle = (id: string) =>
    setSelected((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  return (
    <>
      <DeletionBar deletion={deletion} />
      {manages && shown.length > 0 ? (
        <SelectionBar
          serviceId={serviceId}
          subjectId={subject.id}
          ids={chosen}
          onAll={() => setSelected(new Set(shown))}
          onNone={() => setSelected(nobody)}
          onDelete={remove}
        />
      ) : null}
      <QueryPanel query={query}>
        {({ pages }) =>
          pages[0]?.total === 0 ? (
            <EmptyState title={t("collection.noFaces")}>
              {manages ? <p className="text-sm">{t("collection.noFacesHelp")}</p> : null}
            </EmptyState>
          ) : (
            <FaceGrid
              serviceId={serviceId}
              subject={subject}
              parts={parts}
              more={query.hasNextPage ? { isBusy: query.isFetchingNextPage, load: query.fetchNextPage } : null}
              selection={manages ? { selected, toggle } : null}
              onChoose={onChoose}
            />
          )
        }
      </QueryPanel>
    </>
  );
}
