"use client";

import { useTexts, useTranslate } from "@/components/language/language-provider";
import type { FaceQuality } from "./answer";

/** The reader's words for what a measure is called in the API; its own name for one that is new there. */
function useMeasureWords() {
  const { messages } = useTexts();
  const [names, reasons]: readonly Readonly<Record<string, string>>[] = [
    messages.qualityMeasures,
    messages.qualityReasons,
  ];
  return {
    nameOf: (measure: string) => names?.[measure] ?? measure,
    reasonOf: (measure: string) => reasons?.[measure],
  };
}

interface BarProps {
  readonly measure: string;
  readonly value: FaceQuality["measures"][string];
}

/** A score on its scale, with the limit as a line where there is one. */
function Bar({ measure, value: { score, scoreMin, passed } }: BarProps) {
  const t = useTranslate();
  const name = useMeasureWords().nameOf(measure);
  const label =
    scoreMin === undefined
      ? t("testPage.qualityMeasure", { measure: name, score })
      : t("testPage.qualityLimited", { measure: name, score, limit: scoreMin });
  return (
    <li className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)_2rem] items-center gap-2 text-sm">
      <span className="truncate">{name}</span>
      <svg role="img" aria-label={label} viewBox="0 0 100 8" preserveAspectRatio="none" className="h-3 w-full">
        <rect width={100} height={8} className="fill-border" />
        <rect width={score} height={8} className={passed === false ? "fill-destructive" : "fill-match"} />
        {scoreMin === undefined ? null : (
          <line
            x1={scoreMin}
            x2={scoreMin}
            y1={0}
            y2={8}
            className="stroke-foreground"
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <span className="text-end tabular-nums">{score}</span>
    </li>
  );
}

/** What counts for the purpose, the worst first: each score with its limit, and what is wrong in words. */
export function QualityBars({ quality }: { readonly quality: FaceQuality }) {
  const t = useTranslate();
  const { reasonOf } = useMeasureWords();
  const limited = Object.entries(quality.measures).filter(([, { scoreMin }]) => scoreMin !== undefined);
  const worstFirst = limited.toSorted(([, a], [, b]) => a.score - (a.scoreMin ?? 0) - (b.score - (b.scoreMin ?? 0)));
  return (
    <div className="flex flex-col gap-2">
      {quality.reasons.length === 0 ? null : (
        <ul className="list-disc ps-5 text-sm">
          {quality.reasons.map(({ measure, problem, advice }) => (
            <li key={measure}>{reasonOf(measure) ?? `${problem} ${advice}`}</li>
          ))}
        </ul>
      )}
      <ul aria-label={t("testPage.quality")} className="flex flex-col gap-1">
        {worstFirst.map(([measure, value]) => (
          <Bar key={measure} measure={measure} value={value} />
        ))}
      </ul>
    </div>
  );
}
