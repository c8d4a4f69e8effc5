import { type RateKnot, rateAt } from "./rate-table";

/** What similarities mean for the embeddings of one model. */
export interface SimilarityCalibration {
  /** How it was measured, for people. */
  readonly recipe: string;
  /** Border and slope of `(tanh((border - distance) * slope) + 1) / 2`, the form in which CompreFace publishes its own. */
  readonly logistic: { readonly distance: number; readonly slope: number };
  /** Falling: shares of strangers at or above a cosine, from 1 at -1 on. */
  readonly falseMatchRates: readonly RateKnot[];
  /** Rising: shares of photos of one person below a cosine, to 1 at 1. */
  readonly falseNonMatchRates: readonly RateKnot[];
}

export interface SimilarityScale {
  /**
   * 0..1 from the cosine of two embeddings (-1..1, values outside are clipped): a logistic function of the distance
   * between them. 0.5 lies where one in a thousand pairs of different people is taken for one person.
   */
  similarityOf(cosine: number): number;
  /** The opposite of `similarityOf`: the cosine that gives a similarity of 0..1; -1 or 1 for what no cosine gives. */
  cosineOf(similarity: number): number;
  /**
   * Share of comparisons of two different people that reach a similarity of 0..1 or more, measured (docs/accuracy.md) and
   * interpolated between the measured points in log space. Falls as the similarity grows, never below the floor: what was
   * never measured is not promised.
   */
  falseMatchRateOf(similarity: number): number;
  /** The same of a cosine. */
  falseMatchRateAt(cosine: number): number;
  /** Share of comparisons of two photos of one person that stay below a cosine, measured. Grows with the cosine. */
  falseNonMatchRateAt(cosine: number): number;
  /** The highest cosine for which a false match rate is known. */
  readonly knownCosineMax: number;
  /**
   * The least similarity whose false match rate is at most `rate` (above 0, at most 1). For a rate below the floor it is
   * the similarity at the floor: nobody measured how much more a lower rate would ask for, and refusing everybody helps
   * nobody.
   */
  similarityAtFalseMatchRate(rate: number): number;
}

/** @throws RangeError for an empty table */
export function createSimilarityScale(calibration: SimilarityCalibration): SimilarityScale {
  const { falseMatchRates: knots, falseNonMatchRates } = calibration;
  const { distance, slope } = calibration.logistic;
  const first = endOf(knots.at(0));
  const last = endOf(knots.at(-1));

  const similarityOf = (cosine: number): number => {
    const between = Math.sqrt(2 - 2 * Math.min(1, Math.max(-1, cosine)));
    return 1 / (1 + Math.exp(2 * slope * (between - distance)));
  };
  const cosineOf = (similarity: number): number => {
    if (similarity <= similarityOf(-1)) return -1;
    if (similarity >= similarityOf(1)) return 1;
    const between = distance - Math.log(similarity / (1 - similarity)) / (2 * slope);
    return 1 - (between * between) / 2;
  };
  return {
    similarityOf,
    cosineOf,
    falseMatchRateOf: (similarity) => rateAt(knots, cosineOf(similarity)),
    falseMatchRateAt: (cosine) => rateAt(knots, cosine),
    falseNonMatchRateAt: (cosine) => rateAt(falseNonMatchRates, cosine),
    knownCosineMax: last.cosine,
    similarityAtFalseMatchRate: (rate) => {
      if (rate >= first.rate) return 0;
      const upper = knots.findIndex((knot) => knot.rate <= rate);
      if (upper === -1) return similarityOf(last.cosine);
      const [left, right] = [endOf(knots[upper - 1]), endOf(knots[upper])];
      const share = (Math.log(rate) - Math.log(left.rate)) / (Math.log(right.rate) - Math.log(left.rate));
      return similarityOf(left.cosine + share * (right.cosine - left.cosine));
    },
  };
}

function endOf<T>(knot: T | undefined): T {
  if (knot === undefined) throw new RangeError("The table of false match rates is empty.");
  return knot;
}
