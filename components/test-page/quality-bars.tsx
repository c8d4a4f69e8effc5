"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { FaceQuality } from "./answer";

/** `interEyeDistance` as words; the names are those of the API. */
const wordsOf = (measure: string) => measure.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

interface BarProps {
  readonly measure: string;
  readonly value: FaceQuality["measures"][string];
}

/** A score on its scale, with the limit as a line where there is one. */
function Bar({ measure, value: { score, scoreMin, passed } }: BarProps) {
  const t = useTranslate();
  const name = wordsOf(measure);
  const label =
    scoreMin === undefined
      ? t("testPage.qualityMeasure", { measure: name, score })
      : t("testPage.qualityLimited", { measure: name, score, limit: scoreMin });
  return (
    <li className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)_2rem] items-center gap-2 text-sm">
      <span lang="en" className="truncate">
        {name}
      </span>
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
  const limited = Object.entries(quality.measures).filter(([, { scoreMin }]) => scoreMin !== undefined);
  const worstFirst = limited.toSorted(([, a], [, b]) => a.score - (a.scoreMin ?? 0) - (b.score - (b.scoreMin ?? 0)));
  return (
    <div className="flex flex-col gap-2">
      {quality.reasons.length === 0 ? null : (
        <ul lang="en" className="list-disc ps-5 text-sm">
          {quality.reasons.map(({ measure, problem, advice }) => (
            <li key={measure}>
              <span className="font-medium text-destructive">{problem}</span> {advice}
            </li>
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
