import type { TemplateComparison } from "@/lib/domain/templates/types";

/** The size counts numbers of four bytes, as the vendor's does. */
export function serializeTemplate(template: Uint8Array) {
  return { $template: Buffer.from(template).toString("base64"), template_size: template.length / 4 };
}

/** The vendor's tables span distances of 0 to some 16,000. */
const distanceScale = 8000;

/**
 * The vendor's score by false match rate, in powers of ten: points that follow its published curve to about 0.03, such as
 * 0.85 for 2 in ten million.
 */
const scoreKnots = [
  [0, 0],
  [2, 0.18],
  [3.25, 0.39],
  [4.8, 0.72],
  [6.7, 0.85],
  [9, 0.97],
] as const;

function scoreOfRate(rate: number): number {
  const decades = -Math.log10(rate);
  const upper = scoreKnots.findIndex(([knot]) => knot >= decades);
  const [right, left] = [scoreKnots[upper], scoreKnots[upper - 1]];
  if (right === undefined) return 0.97;
  if (left === undefined) return 0;
  return left[1] + ((decades - left[0]) / (right[0] - left[0])) * (right[1] - left[1]);
}

/** Above what was measured the score goes on evenly to 1, which only one and the same template reaches. */
export function serializeComparison(comparison: TemplateComparison) {
  const { distance, falseMatchRate, falseNonMatchRate, nearness } = comparison;
  const measured = scoreOfRate(falseMatchRate);
  return {
    distance: Math.round(distanceScale * distance),
    fa_r: falseMatchRate,
    fr_r: falseNonMatchRate,
    score: measured + (1 - measured) * nearness,
  };
}
