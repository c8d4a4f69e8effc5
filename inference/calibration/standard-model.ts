import { embeddingNumbers } from "@/inference/faces/embedding";
import { versionsOf } from "@/inference/pipeline/versions";
import calibration from "./similarity.json" with { type: "json" };
import { createSimilarityScale, type SimilarityScale } from "./similarity-scale";

/** A model whose embeddings can be compared. */
export interface EmbeddingModel {
  /** Stored with every embedding; only embeddings with the same tag can be compared. */
  readonly tag: string;
  /** How many numbers an embedding has. */
  readonly numbers: number;
  readonly scale: SimilarityScale;
}

const { embedding: tag = "" } = versionsOf(["embedding"]);

/** The networks of the standard pack. */
export const standardModel: EmbeddingModel = {
  tag,
  numbers: embeddingNumbers,
  scale: createSimilarityScale(calibration),
};
