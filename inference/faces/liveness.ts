import { readLinearHead } from "@/inference/heads/linear-head";
import { livenessFeatures } from "@/inference/liveness/liveness-features";
import file from "@/inference/liveness/liveness-head.json" with { type: "json" };
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import type { FaceSubject } from "./face-subject";

const probabilityOf = readLinearHead(file);

/**
 * Whether the face itself stood before the camera rather than a print or a screen. A hint: fitted on a few dozen photos,
 * never certified, and unsure of black-and-white pictures.
 */
export async function findLiveness(face: FaceSubject): Promise<NonNullable<FaceAnalysis["liveness"]>> {
  return { probability: probabilityOf(await livenessFeatures(face)) };
}
