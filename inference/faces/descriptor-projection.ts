import { decodeFloats, encodeFloats } from "@/inference/heads/packed-floats";
import { InferenceError } from "@/inference/inference-error";
import { toUnitLength } from "./unit-length";

/** A fitted projection as it lies in a JSON file, with the way it was made. */
export interface DescriptorProjectionFile {
  /** Changes whenever the numbers do. */
  readonly version: string;
  readonly recipe: string;
  readonly components: number;
  /** Share of the projected features in the joined embedding, against 1 of the recognition network. */
  readonly weight: number;
  /** Mean of the features, as `encodeFloats` writes them. */
  readonly mean: string;
  /** For each component what one step of its weights is worth. */
  readonly steps: readonly number[];
  /** Signed bytes in base64, one component after the other. */
  readonly weights: string;
}

/** Features in, as many numbers as the projection has components out, scaled to length 1. */
export type DescriptorProjection = (features: Float32Array) => Float32Array;

export function readProjection(file: DescriptorProjectionFile): DescriptorProjection {
  const mean = decodeFloats(file.mean);
  const weights = Int8Array.from(Buffer.from(file.weights, "base64"));
  const { components, steps, version } = file;
  if (weights.length !== components * mean.length || steps.length !== components) {
    throw new InferenceError("model_corrupt", `${version} has ${weights.length} weights.`);
  }
  return (features) => {
    if (features.length !== mean.length) {
      throw new InferenceError("model_corrupt", `${version} takes ${mean.length} features, not ${features.length}.`);
    }
    const centred = features.map((value, i) => value - (mean[i] as number));
    return toUnitLength(Float32Array.from(steps, (step, row) => step * dotOfRow(weights, row, centred)));
  };
}

function dotOfRow(weights: Int8Array, row: number, vector: Float32Array): number {
  const start = row * vector.length;
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (weights[start + i] as number) * (vector[i] as number);
  return sum;
}

/** The opposite of `readProjection`, for the program that fits it; a component's largest weight becomes 127 steps. */
export function encodeProjection(
  mean: Float64Array,
  rows: readonly Float64Array[],
): Pick<DescriptorProjectionFile, "components" | "mean" | "steps" | "weights"> {
  const steps = rows.map((row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127);
  const weights = rows.map((row, i) => Int8Array.from(row, (value) => Math.round(value / (steps[i] as number))));
  return {
    components: rows.length,
    mean: encodeFloats(mean),
    steps: steps.map((step) => Number(step.toPrecision(6))),
    weights: Buffer.concat(weights.map((row) => new Uint8Array(row.buffer))).toString("base64"),
  };
}
