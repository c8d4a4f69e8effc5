/** Stands in for the fitted calibration, so that golden answers do not change with the next fit. */
export const similarityOf = (cosine: number): number => (1 + cosine) / 2;

/** A similarity of 0.9 is reached by one stranger in ten. */
export const falseMatchRateOf = (similarity: number): number => 1 - similarity;

export const similarityAtFalseMatchRate = (rate: number): number => 1 - rate;
