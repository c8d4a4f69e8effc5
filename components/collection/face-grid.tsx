"use client";

import { useQueries } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Button } from "@/components/ui/button";
import { collectionQueries, type FaceItem, type FaceMark, type SubjectItem } from "@/lib/client/collection";
import { FaceCard } from "./face-card";
import { MarksHelp } from "./marks-help";

interface FaceGridProps {
  readonly serviceId: string;
  readonly subject: SubjectItem;
  /** As they were read, part by part. */
  readonly parts: readonly (readonly FaceItem[])[];
  /** Null when there are no more. */
  readonly more: { readonly isBusy: boolean; readonly load: () => unknown } | null;
  /** Null for who may not change anything. */
  readonly selection: { readonly selected: ReadonlySet<string>; readonly toggle: (id: string) => void } | null;
  readonly onChoose: (subjectId: string) => void;
}

/** The marks of all parts that are known by now, and what went wrong with the others. */
function useMarks({ serviceId, subject, parts }: Pick<FaceGridProps, "serviceId" | "subject" | "parts">) {
  const asked = parts.filter((part) => part.length > 0).map((part) => part.map(({ id }) => id));
  const answers = useQueries({ queries: asked.map((ids) => collectionQueries.marks(serviceId, subject.id, ids)) });
  const marked = answers.flatMap(({ data }) => data?.items ?? []);
  const marks: ReadonlyMap<string, readonly FaceMark[]> = new Map(marked.map((one) => [one.faceId, one.marks]));
  return { marks, error: answers.find(({ error }) => error !== null)?.error ?? null };
}

/** A button that presses itself when it comes into sight. */
function More({ isBusy, load }: NonNullable<FaceGridProps["more"]>) {
  const t = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null || isBusy) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && load(), { rootMargin: "400px" });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isBusy, load]);
  return (
    <div ref={place}>
      <Button busy={isBusy} onClick={load}>
        {t("collection.more")}
      </Button>
    </div>
  );
}

/** Faces side by side, the newest first; more come as the reader scrolls. */
export function FaceGrid({ serviceId, subject, parts, more, selection, onChoose }: FaceGridProps) {
  const t = useTranslate();
  const { marks, error } = useMarks({ serviceId, subject, parts });
  return (
    <>
      {error === null ? null : <ProblemAlert error={error} title={t("collection.marksFailed")} />}
      {marks.size === 0 ? null : <MarksHelp />}
      <ul
        aria-label={t("collection.facesOf", { name: subject.name })}
        className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3"
      >
        {parts.flat().map((face) => (
          <FaceCard
            key={face.id}
            serviceId={serviceId}
            face={face}
            marks={marks.get(face.id) ?? []}
            isSelected={selection === null ? null : selection.selected.has(face.id)}
            onSelect={() => selection?.toggle(face.id)}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {more === null ? null : <More {...more} />}
    </>
  );
}
