import type { Outputs } from "@/inference/runtime/ort";
import { outputOf } from "./output-of";

/** The sum of several looks at one face, scaled to length 1: 128 numbers whose dot product is the cosine. */
export function joinDescriptors(looks: readonly Outputs[]): Float32Array {
  const descriptors = looks.map((look) => outputOf(look, "descriptor"));
  const sum = Float32Array.from(descriptors[0] ?? [], (_, i) =>
    descriptors.reduce((total, descriptor) => total + (descriptor[i] as number), 0),
  );
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
