"use client";

import { memo } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { SubjectItem } from "@/lib/client/collection";
import { FaceThumbnail } from "./face-thumbnail";
import { rowHeight } from "./window-of";

interface SubjectOptionProps {
  readonly id: string;
  readonly row: number;
  /** Rows in all. */
  readonly total: number;
  readonly serviceId: string;
  /** Absent while it is read. */
  readonly subject: SubjectItem | undefined;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (row: number, subjectId: string) => void;
}

function Option({ id, row, total, serviceId, subject, isActive, isChosen, onChoose }: SubjectOptionProps) {
  const t = useTranslate();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list that holds the focus listens to the keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-setsize={total}
      aria-posinset={row + 1}
      style={{ height: rowHeight, transform: `translateY(${row * rowHeight}px)` }}
      className={`absolute inset-x-0 top-0 flex cursor-pointer items-center gap-3 px-3 hover:bg-muted aria-selected:bg-muted aria-selected:font-medium ${isActive ? "group-focus-visible:outline-2 group-focus-visible:outline-ring group-focus-visible:-outline-offset-2" : ""}`}
      onClick={() => subject && onChoose(row, subject.id)}
    >
      {subject === undefined ? (
        <span className="h-6 w-full animate-pulse rounded-md bg-muted">
          <span className="sr-only">{t("shared.loading")}</span>
        </span>
      ) : (
        <>
          <FaceThumbnail serviceId={serviceId} faceId={subject.thumbnailFaceId} className="size-10 rounded-md" />
          <span className="flex min-w-0 flex-col">
            <span className="truncate" title={subject.name}>
              {subject.name}
            </span>
            <span className="font-normal text-muted-foreground text-xs">
              {t("collection.faces", { count: subject.faceCount })}
            </span>
          </span>
        </>
      )}
    </div>
  );
}

/** One row of the list. Keys are the list's; a pointer reaches each row. Drawn again only when it changed. */
export const SubjectOption = memo(Option);
