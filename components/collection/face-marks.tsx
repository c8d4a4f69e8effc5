"use client";

import { CircleHelp, Copy, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { FaceMark } from "@/lib/client/collection";

const look =
  "inline-flex min-h-6 max-w-full items-center gap-1 rounded-md border border-uncertain px-1.5 py-0.5 text-uncertain text-xs";

const percentOf = (similarity: number) => String(Math.floor(similarity * 100));

interface MarkProps<Kind extends FaceMark["kind"]> {
  readonly mark: Extract<FaceMark, { kind: Kind }>;
  readonly onChoose: (subjectId: string) => void;
}

function Weak() {
  const t = useTranslate();
  return (
    <span className={look}>
      <TriangleAlert aria-hidden="true" className="size-3 shrink-0" />
      {t("collection.weak")}
    </span>
  );
}

function Outlier({ mark: { similarity } }: MarkProps<"outlier">) {
  const t = useTranslate();
  return (
    <span className={look}>
      <CircleHelp aria-hidden="true" className="size-3 shrink-0" />
      {t("collection.outlier", { percent: percentOf(similarity) })}
    </span>
  );
}

function Duplicate({ mark: { subject, similarity }, onChoose }: MarkProps<"duplicate">) {
  const t = useTranslate();
  const { id, name } = subject;
  const text = t("collection.duplicate", { name, percent: percentOf(similarity) });
  return (
    <button
      type="button"
      className={`${look} min-h-10 underline underline-offset-2`}
      aria-label={`${text}. ${t("collection.showOther", { name })}`}
      onClick={() => onChoose(id)}
    >
      <Copy aria-hidden="true" className="size-3 shrink-0" />
      <span className="wrap-anywhere min-w-0 text-start">{text}</span>
    </button>
  );
}

function markOf(mark: FaceMark, onChoose: (subjectId: string) => void): ReactNode {
  if (mark.kind === "weak") return <Weak />;
  if (mark.kind === "outlier") return <Outlier mark={mark} onChoose={onChoose} />;
  return <Duplicate mark={mark} onChoose={onChoose} />;
}

interface FaceMarksProps {
  readonly marks: readonly FaceMark[];
  readonly onChoose: (subjectId: string) => void;
}

/** What is odd about a face, in words and signs as well as in colour. */
export function FaceMarks({ marks, onChoose }: FaceMarksProps) {
  if (marks.length === 0) return null;
  return (
    <ul className="flex flex-col items-start gap-1">
      {marks.map((mark) => (
        <li key={mark.kind} className="max-w-full">
          {markOf(mark, onChoose)}
        </li>
      ))}
    </ul>
  );
}
