import { type EmbeddingModel, standardModel } from "./standard-model";

// Next loads a module once for each of its bundles, so a variable of this module would be several.
const place = Symbol.for("mien.embeddingModel");
const holder = globalThis as { [place]?: EmbeddingModel | undefined };

/** Makes a model the one whose embeddings are compared; undefined = that of the standard pack. */
export function setEmbeddingModel(model: EmbeddingModel | undefined): void {
  holder[place] = model;
}

/** What the running networks make: only embeddings with this tag and so many numbers can be compared with theirs. */
export const embeddingModel: EmbeddingModel = {
  get tag() {
    return running().tag;
  },
  get numbers() {
    return running().numbers;
  },
  get scale() {
    return running().scale;
  },
};

function running(): EmbeddingModel {
  return holder[place] ?? standardModel;
}
