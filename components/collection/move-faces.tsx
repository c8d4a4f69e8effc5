"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { QueryPanel } from "@/components/shared/query-panel";
import { useToast } from "@/components/shared/toasts";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { collectionQueries, createSubject, moveFaces } from "@/lib/client/collection";
import { useChange } from "@/lib/client/use-change";
import { addSubjectInput } from "@/lib/domain/subjects/schema";

interface MoveFacesProps {
  readonly serviceId: string;
  /** Whose faces they are. */
  readonly subjectId: string;
  readonly ids: readonly string[];
  readonly onMoved: () => void;
}

/** Offered at once; who looks for another one types its name. */
const offeredMax = 20;

interface Target {
  /** Absent for a subject that is made first. */
  readonly id?: string;
  readonly name: string;
}

function Targets({ serviceId, subjectId, ids, onMoved, close }: MoveFacesProps & { readonly close: () => void }) {
  const t = useTranslate();
  const toast = useToast();
  const [search, setSearch] = useState("");
  const query = useQuery({
    ...collectionQueries.subjects(serviceId, { search: search.trim(), sort: "name" }, 0),
    placeholderData: keepPreviousData,
  });
  const run = async ({ id, name }: Target) => {
    const target = id ?? (await createSubject({ serviceId, name })).id;
    await moveFaces({ serviceId, ids, subjectId: target });
    close();
    toast(t("collection.moved", { count: ids.length, name }));
    onMoved();
  };
  const move = useChange(run, { outdates: () => [collectionQueries.all(serviceId)] });
  const typed = addSubjectInput.safeParse({ name: search });
  return (
    <>
      <TextField
        label={t("collection.moveSearch")}
        type="search"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {move.error === null ? null : <ProblemAlert error={move.error} />}
      <QueryPanel query={query}>
        {({ items, total }) => (
          <div className="flex max-h-72 flex-col items-start gap-2 overflow-y-auto p-1">
            {items
              .filter(({ id }) => id !== subjectId)
              .slice(0, offeredMax)
              .map(({ id, name }) => (
                <Button key={id} busy={move.isPending} onClick={() => move.mutate({ id, name })}>
                  <span className="max-w-[60vw] truncate sm:max-w-96">{t("collection.moveTo", { name })}</span>
                </Button>
              ))}
            {typed.success && total === 0 ? (
              <Button busy={move.isPending} onClick={() => move.mutate({ name: typed.data.name })}>
                <span className="max-w-[60vw] truncate sm:max-w-96">
                  {t("collection.moveToNew", { name: typed.data.name })}
                </span>
              </Button>
            ) : null}
          </div>
        )}
      </QueryPanel>
      <div>
        <Button onClick={close}>{t("shared.cancel")}</Button>
      </div>
    </>
  );
}

/** Gives the selected faces to another subject. */
export function MoveFaces(props: MoveFacesProps) {
  const t = useTranslate();
  return (
    <DialogButton disabled={props.ids.length === 0} label={t("collection.move")} title={t("collection.moveTitle")}>
      {(close) => <Targets {...props} close={close} />}
    </DialogButton>
  );
}
