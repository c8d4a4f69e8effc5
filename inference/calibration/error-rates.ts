import { rateAt } from "./rate-table";
import calibration from "./similarity.json" with { type: "json" };

const { falseMatchRates, falseNonMatchRates } = calibration;

/** The highest cosine for which a false match rate is known. */
export const knownCosineMax: number = falseMatchRates.at(-1)?.cosine ?? 1;

/**
 * Share of comparisons of two different people whose cosine is this or higher, measured (docs/accuracy.md). Falls as the
 * cosine grows, never below the floor.
 */
export const falseMatchRateAt = (cosine: number): number => rateAt(falseMatchRates, cosine);

/** Share of comparisons of two photos of one person whose cosine is lower than this, measured. Grows with the cosine. */
export const falseNonMatchRateAt = (cosine: number): number => rateAt(falseNonMatchRates, cosine);
