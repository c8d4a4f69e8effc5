import { embeddingModel } from "./embedding-model";

/** `SimilarityScale.similarityOf` of the running model. */
export function similarityOf(cosine: number): number {
  return embeddingModel.scale.similarityOf(cosine);
}

/** `SimilarityScale.cosineOf` of the running model. */
export function cosineOf(similarity: number): number {
  return embeddingModel.scale.cosineOf(similarity);
}

/** `SimilarityScale.falseMatchRateOf` of the running model. */
export function falseMatchRateOf(similarity: number): number {
  return embeddingModel.scale.falseMatchRateOf(similarity);
}

/** `SimilarityScale.similarityAtFalseMatchRate` of the running model. */
export function similarityAtFalseMatchRate(rate: number): number {
  return embeddingModel.scale.similarityAtFalseMatchRate(rate);
}
