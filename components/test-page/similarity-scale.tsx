import { useTranslate } from "@/components/language/language-provider";

interface SimilarityScaleProps {
  /** 0 to 1, the highest first. */
  readonly similarities: readonly number[];
  readonly threshold: number | null;
  readonly write: (similarity: number) => string;
}

const [length, height] = [200, 16];

/** Similarities as marks on a scale from 0 to 1, the threshold as a line across it. */
export function SimilarityScale({ similarities, threshold, write }: SimilarityScaleProps) {
  const t = useTranslate();
  const [best = 0, ...others] = similarities;
  const isMatch = threshold !== null && best >= threshold;
  const similarity = write(best);
  const label =
    threshold === null
      ? t("testPage.scaleAlone", { similarity })
      : t("testPage.scale", { similarity, threshold: write(threshold) });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${length} ${height}`} className="w-full max-w-72">
      <rect y={6} width={length} height={4} rx={2} className="fill-border" />
      <rect y={6} width={best * length} height={4} rx={2} className={isMatch ? "fill-match" : "fill-uncertain"} />
      {[...new Set(others)].map((value) => (
        <circle key={value} cx={value * length} cy={8} r={2.5} className="fill-muted-foreground" />
      ))}
      <circle cx={best * length} cy={8} r={4} className={isMatch ? "fill-match" : "fill-uncertain"} />
      {threshold === null ? null : (
        <line
          data-threshold={threshold}
          x1={threshold * length}
          x2={threshold * length}
          y1={0}
          y2={height}
          className="stroke-foreground"
          strokeWidth={2}
        />
      )}
    </svg>
  );
}
