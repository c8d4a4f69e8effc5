import type { Outputs } from "@/inference/runtime/ort";
import { type DescriptorProjection, readProjection } from "./descriptor-projection";
import projectionFile from "./descriptor-projection.json" with { type: "json" };
import type { FaceSubject } from "./face-subject";
import { outputOf } from "./output-of";
import { findPortraitFeatures } from "./portrait-features";
import { toUnitLength } from "./unit-length";

const recognitionNumbers = 128;
/** How many numbers an embedding has. */
export const embeddingNumbers = recognitionNumbers + projectionFile.components;

let projection: DescriptorProjection | undefined;

/**
 * What the recognition network says of the face and its mirror image, joined with the projected features of a second
 * network that was trained for age and gender and errs on other pairs. One vector of length 1: its dot product with
 * another is the cosine.
 */
export async function findEmbedding(face: FaceSubject): Promise<Float32Array> {
  const descriptor = sumOfLooks([await face.chip(), await face.mirroredChip()]);
  projection ??= readProjection(projectionFile);
  const features = projection(await findPortraitFeatures(face));
  const joined = Float32Array.from({ length: embeddingNumbers }, (_, i) =>
    i < recognitionNumbers
      ? (descriptor[i] as number)
      : projectionFile.weight * (features[i - recognitionNumbers] as number),
  );
  return toUnitLength(joined);
}

/** The sum of several looks at one face, scaled to length 1. */
function sumOfLooks(looks: readonly Outputs[]): Float32Array {
  const sum = new Float32Array(recognitionNumbers);
  for (const look of looks) {
    const descriptor = outputOf(look, "descriptor");
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (descriptor[i] as number);
  }
  return toUnitLength(sum);
}
