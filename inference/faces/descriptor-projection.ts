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
  /** Mean of the features, little-endian 32-bit floats in base64. */
  readonly mean: string;
  /** For each component what one step of its weights is worth. */
  readonly steps: readonly number[];
  /** Signed bytes in base64, one component after the other. */
  readonly weights: string;
}

/** Features in, as many numbers as the projection has components out, scaled to length 1. */
export type DescriptorProjection = (features: Float32Array) => Float32Array;

export function readProjection(file: DescriptorProjectionFile): DescriptorProjection {
  const meanBytes = Buffer.from(file.mean, "base64");
  const mean = Float32Array.from({ length: meanBytes.length / 4 }, (_, i) => meanBytes.readFloatLE(i * 4));
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
  const meanBytes = Buffer.alloc(mean.length * 4);
  for (const [i, value] of mean.entries()) meanBytes.writeFloatLE(value, i * 4);
  const steps = rows.map((row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127);
  const weights = rows.map((row, i) => Int8Array.from(row, (value) => Math.round(value / (steps[i] as number))));
  return {
    components: rows.length,
    mean: meanBytes.toString("base64"),
    steps: steps.map((step) => Number(step.toPrecision(6))),
    weights: Buffer.concat(weights.map((row) => new Uint8Array(row.buffer))).toString("base64"),
  };
}
