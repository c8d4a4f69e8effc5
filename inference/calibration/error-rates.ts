import { embeddingModel } from "./embedding-model";

/** How often comparing two embeddings of the running model errs, at a cosine. */
interface ErrorRates {
  readonly falseMatchRate: number;
  readonly falseNonMatchRate: number;
}

/** `SimilarityScale.falseMatchRateAt` and `falseNonMatchRateAt` of the running model. */
export function errorRatesAt(cosine: number): ErrorRates {
  const { scale } = embeddingModel;
  return { falseMatchRate: scale.falseMatchRateAt(cosine), falseNonMatchRate: scale.falseNonMatchRateAt(cosine) };
}

/** `SimilarityScale.knownCosineMax` of the running model. */
export const knownCosineMax = (): number => embeddingModel.scale.knownCosineMax;
