import type { QualityValue } from "./measures";
import type { QualityFace } from "./quality-face";
import { sigmoid, valued } from "./scalar";
import fit from "./unified.json" with { type: "json" };
import { unifiedFeatures } from "./unified-features";

/**
 * How well the recogniser will know the face again, 0..1: what bench/train/quality fitted to the cosines between poor and
 * good photos of the same people. It says nothing about beauty or about rules for passports.
 */
export async function unified(face: QualityFace): Promise<QualityValue> {
  const native = utilityOf(await unifiedFeatures(face));
  return valued(native, 100 * native);
}

/** The fitted utility of a face's features, 0..1: of photos as they come, half lie above 0.8 and 5 % below 0.435. */
export function utilityOf(features: Float64Array): number {
  return sigmoid(logitOf(fit, features));
}

/** One weight, not below 0, for each standardised feature. */
export interface UtilityFit {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Standardised features beyond three deviations say no more. */
export function standardised(fit: Pick<UtilityFit, "means" | "deviations">, features: Float64Array): Float64Array {
  return features.map((feature, i) =>
    Math.max(-3, Math.min(3, (feature - (fit.means[i] as number)) / (fit.deviations[i] as number))),
  );
}

export function logitOf(fit: UtilityFit, features: Float64Array): number {
  let value = fit.bias;
  for (const [i, z] of standardised(fit, features).entries()) value += (fit.weights[i] as number) * z;
  return value;
}
