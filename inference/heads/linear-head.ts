import { InferenceError } from "@/inference/inference-error";
import { decodeFloats } from "./packed-floats";

/** A trained head as it lies in a JSON file, with the way it was made. */
export interface LinearHeadFile {
  /** Changes whenever the weights do. */
  readonly version: string;
  readonly recipe: string;
  /** As `encodeFloats` writes them. */
  readonly weights: string;
  readonly bias: number;
}

/** Turns features into the probability of a yes; calibrated when its file was made. */
export type LinearHead = (features: Float32Array) => number;

export function readLinearHead(file: LinearHeadFile): LinearHead {
  const weights = decodeFloats(file.weights);
  return (features) => {
    if (features.length !== weights.length) {
      throw new InferenceError(
        "model_corrupt",
        `${file.version} takes ${weights.length} features, not ${features.length}.`,
      );
    }
    let logit = file.bias;
    for (let i = 0; i < weights.length; i++) logit += (weights[i] as number) * (features[i] as number);
    return 1 / (1 + Math.exp(-logit));
  };
}
