import { afterEach, expect, it } from "vitest";
import { embeddingNumbers } from "@/inference/faces/embedding";
import { embeddingModel, setEmbeddingModel } from "./embedding-model";
import { similarityOf } from "./similarity";
import { createSimilarityScale } from "./similarity-scale";

afterEach(() => setEmbeddingModel(undefined));

const calibration = {
  recipe: "made up",
  logistic: { distance: 1, slope: 3 },
  falseMatchRates: [
    { cosine: -1, rate: 1 },
    { cosine: 0.5, rate: 1e-3 },
  ],
  falseNonMatchRates: [{ cosine: 1, rate: 1 }],
};

it("says of embeddings what the networks make", () => {
  expect(embeddingModel.numbers).toBe(embeddingNumbers);
  expect(embeddingModel.tag).not.toBe("");
});

it("compares as the running model was calibrated", () => {
  const before = similarityOf(0.5);
  setEmbeddingModel({ tag: "other", numbers: 2, scale: createSimilarityScale(calibration) });
  expect(similarityOf(0.5)).toBeCloseTo(0.5, 12);
  expect(before).toBeLessThan(0.01);
  expect(embeddingModel).toMatchObject({ tag: "other", numbers: 2 });
});
