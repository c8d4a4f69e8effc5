import type { Mesh } from "@/inference/faces/mesh-points";
import { findMouth, lipGap } from "@/inference/faces/mouth";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import type { Frame } from "./framing";
import type { QualityValue } from "./measures";
import { sigmoid, valued } from "./scalar";

/** Degrees, any of the three angles; ISO/IEC 29794-5: the squared cosine, nothing from 90° on. */
export function angle(degrees: number): QualityValue {
  return valued(degrees, 100 * Math.max(0, Math.cos((degrees * Math.PI) / 180)) ** 2);
}

/** ISO/IEC 29794-5: the widest gap between the lips in T; half the score at 0.2. */
export function mouthClosed({ mesh, chinPx }: Frame): QualityValue {
  const gap = lipGap(mesh) / chinPx;
  return valued(gap, 100 * (1 - sigmoid((gap - 0.2) / 0.06)));
}

/** The same as a number of 0 (closed) .. 1 (wide open). */
export function mouthOpenness(mesh: Mesh): QualityValue {
  const { openness } = findMouth(mesh);
  return valued(openness, 100 * (1 - openness));
}

/** Probability of a neutral face, 0..1. */
export function expressionNeutrality({ probabilities }: NonNullable<FaceAnalysis["emotion"]>): QualityValue {
  return valued(probabilities.neutral, 100 * probabilities.neutral);
}
