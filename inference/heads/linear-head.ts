import { InferenceError } from "@/inference/inference-error";

/** A trained head as it lies in a JSON file, with the way it was made. */
export interface LinearHeadFile {
  /** Changes whenever the weights do. */
  readonly version: string;
  readonly recipe: string;
  /** Little-endian 32-bit floats in base64. */
  readonly weights: string;
  readonly bias: number;
}

/** Turns features into the probability of a yes; calibrated when its file was made. */
export type LinearHead = (features: Float32Array) => number;

export function readLinearHead(file: LinearHeadFile): LinearHead {
  const bytes = Buffer.from(file.weights, "base64");
  const weights = Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
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

/** The opposite of `readLinearHead`, for the programs that train heads. */
export function encodeWeights(weights: Float32Array): string {
  const bytes = Buffer.alloc(weights.length * 4);
  for (const [i, weight] of weights.entries()) bytes.writeFloatLE(weight, i * 4);
  return bytes.toString("base64");
}
