"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { ShownFace } from "./answer";
import { FaceAttributes } from "./face-attributes";
import { QualityBars } from "./quality-bars";
import { SimilarityScale } from "./similarity-scale";
import type { useFaceWords } from "./use-face-words";
import { similarityOf, verdictOf, verdictText } from "./verdict";

interface FaceRowProps {
  readonly face: ShownFace;
  readonly threshold: number | null;
  readonly words: ReturnType<typeof useFaceWords>;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onPoint: (number: number | null) => void;
  readonly onChoose: (number: number) => void;
}

const verdictColours = { match: "text-match", unknown: "text-uncertain" } as const;

/** Where the focus goes when the box of a face is clicked. */
export const rowId = (number: number) => `face-row-${number}`;

function Candidates({ face, threshold, words }: Pick<FaceRowProps, "face" | "threshold" | "words">) {
  const t = useTranslate();
  const { subjects } = face;
  const similarity = similarityOf(face);
  if (subjects?.length === 0) return <p className="text-muted-foreground text-sm">{t("testPage.noSubjects")}</p>;
  if (similarity === undefined) return null;
  const others = subjects?.slice(1) ?? [];
  const similarities = subjects?.map((candidate) => candidate.similarity) ?? [similarity];
  return (
    <>
      <SimilarityScale similarities={similarities} threshold={threshold} write={words.rate} />
      {others.length === 0 ? null : (
        <p className="break-words text-sm">
          <span className="text-muted-foreground">{t("testPage.otherCandidates")}: </span>
          {others.map((other) => `${other.subject} ${words.rate(other.similarity)}`).join(", ")}
        </p>
      )}
    </>
  );
}

/** One face in the list: who or what it is, and everything else that was said of it. */
export function FaceRow({ face, threshold, words, isActive, isChosen, onPoint, onChoose }: FaceRowProps) {
  const t = useTranslate();
  const { number } = face;
  const verdict = verdictOf(face, threshold);
  return (
    <li
      className={`flex flex-col gap-2 rounded-md border p-3 ${isActive ? "border-primary bg-muted" : "border-border"}`}
      onPointerEnter={() => onPoint(number)}
      onPointerLeave={() => onPoint(null)}
    >
      <button
        id={rowId(number)}
        type="button"
        aria-pressed={isChosen}
        className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 text-start font-medium"
        onFocus={() => onPoint(number)}
        onBlur={() => onPoint(null)}
        onClick={() => onChoose(number)}
      >
        <span>{[t("testPage.face", { number }), words.nameOf(face)].filter(Boolean).join(": ")}</span>
        {verdict === null ? null : (
          <span className={`text-sm ${verdictColours[verdict]}`}>{t(verdictText(face, verdict))}</span>
        )}
      </button>
      <Candidates face={face} threshold={threshold} words={words} />
      {face.quality === undefined ? null : <QualityBars quality={face.quality} />}
      <FaceAttributes face={face} words={words} />
    </li>
  );
}
