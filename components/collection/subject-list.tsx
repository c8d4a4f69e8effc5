"use client";

import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { SubjectsShown } from "@/lib/client/collection";
import { SubjectOption } from "./subject-option";
import { useActiveRow } from "./use-active-row";
import { useSubjectRows } from "./use-subject-rows";
import { rowAfterKey, rowHeight, scrollTo, windowOf } from "./window-of";

interface SubjectListProps {
  readonly serviceId: string;
  readonly shown: SubjectsShown;
  readonly total: number;
  readonly chosen: string;
  readonly onChoose: (subjectId: string) => void;
}

/** How far a box is scrolled and how high it is, in pixels. */
function useSight() {
  const box = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ scrollTop: 0, height: 10 * rowHeight });
  const look = () => {
    const { scrollTop = 0, clientHeight: height = 0 } = box.current ?? {};
    // To the row: within one nothing else is drawn.
    const top = Math.floor(scrollTop / rowHeight) * rowHeight;
    setSight((before) => (before.scrollTop === top && before.height === height ? before : { scrollTop: top, height }));
  };
  useEffect(look, []);
  return { box, sight, look };
}

/** Any number of subjects, of which only the rows in sight are drawn and asked for. */
export function SubjectList({ serviceId, shown, total, chosen, onChoose }: SubjectListProps) {
  const t = useTranslate();
  const id = useId();
  const { box, sight, look } = useSight();
  const { first, end } = windowOf({ ...sight, total });
  const subjectAt = useSubjectRows({ serviceId, shown, first, end });
  const rows = Array.from({ length: end - first }, (_, at) => first + at);
  const [active, reach] = useActiveRow({ idAt: (row) => subjectAt(row)?.id, rows });
  const onKeyDown = (event: KeyboardEvent) => {
    const subject = subjectAt(active);
    if ((event.key === "Enter" || event.key === " ") && subject !== undefined) onChoose(subject.id);
    const row = rowAfterKey(event.key, active, { height: sight.height, total });
    if (row !== null) {
      reach({ row, id: subjectAt(row)?.id });
      if (box.current !== null) {
        const { scrollTop, clientHeight } = box.current;
        box.current.scrollTop = scrollTo(row, { scrollTop, height: clientHeight });
      }
    }
    if (row !== null || event.key === " " || event.key === "Enter") event.preventDefault();
  };
  const pick = useCallback(
    (row: number, subjectId: string) => {
      reach({ row, id: subjectId });
      onChoose(subjectId);
    },
    [onChoose, reach],
  );
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={t("collection.subjects")}
      aria-activedescendant={rows.includes(active) ? `${id}-${active}` : undefined}
      className="group max-h-72 overflow-y-auto rounded-md border border-border lg:max-h-[32rem]"
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="relative" style={{ height: total * rowHeight }}>
        {rows.map((row) => {
          const subject = subjectAt(row);
          return (
            <SubjectOption
              key={row}
              id={`${id}-${row}`}
              row={row}
              total={total}
              serviceId={serviceId}
              subject={subject}
              isActive={row === active}
              isChosen={subject?.id === chosen}
              onChoose={pick}
            />
          );
        })}
      </div>
    </div>
  );
}
