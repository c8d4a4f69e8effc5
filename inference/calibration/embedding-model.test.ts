import { expect, it } from "vitest";
import { embeddingNumbers } from "@/inference/faces/embedding";
import { embeddingModel } from "./embedding-model";

it("says of embeddings what the networks make", () => {
  expect(embeddingModel.numbers).toBe(embeddingNumbers);
  expect(embeddingModel.tag).not.toBe("");
});
