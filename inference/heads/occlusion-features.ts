import type { FaceSubject } from "@/inference/faces/face-subject";
import { outputOf } from "@/inference/faces/output-of";

/** What the occlusion heads look at: the recognition network's `map8`, place by place. */
export async function occlusionFeatures(face: FaceSubject): Promise<Float32Array> {
  return outputOf(await face.chip(), "map8");
}
