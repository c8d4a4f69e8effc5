/** A measured share of comparisons at a cosine. */
export interface RateKnot {
  readonly cosine: number;
  readonly rate: number;
}

/**
 * The rate at a cosine, between two measured ones interpolated in log space. Beyond the table its ends hold: what was
 * never measured is not promised.
 *
 * @param knots in order of their cosines; rates above 0
 */
export function rateAt(knots: readonly RateKnot[], cosine: number): number {
  const upper = knots.findIndex((knot) => knot.cosine >= cosine);
  const right = knots.at(upper);
  const left = knots[upper - 1];
  if (right === undefined) throw new RangeError("The table of rates is empty.");
  // Below the first knot there is no left one; above the last, `upper` is -1 and `right` the last one.
  if (left === undefined || right.cosine === cosine) return right.rate;
  const share = (cosine - left.cosine) / (right.cosine - left.cosine);
  return Math.exp(Math.log(left.rate) + share * (Math.log(right.rate) - Math.log(left.rate)));
}
