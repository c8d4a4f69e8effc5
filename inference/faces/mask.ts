import { readLinearHead } from "@/inference/heads/linear-head";
import { maskFeatures } from "@/inference/heads/mask-features";
import file from "@/inference/heads/mask-head.json" with { type: "json" };
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import type { Outputs } from "@/inference/runtime/ort";
import { outputOf } from "./output-of";

const probabilityOfMask = readLinearHead(file);

/**
 * Whether something like a mask covers the lower face. `worn_incorrectly` is never answered: no labelled photos of it
 * were at hand, and the head cannot tell a mask below the nose from one above it.
 */
export function findMask(chip: Outputs): NonNullable<FaceAnalysis["mask"]> {
  const probability = probabilityOfMask(maskFeatures(outputOf(chip, "map8")));
  return probability >= 0.5
    ? { value: "with_mask", probability }
    : { value: "without_mask", probability: 1 - probability };
}
