import { occlusionFeatures } from "@/inference/heads/occlusion-features";
import file from "@/inference/heads/occlusion-heads.json" with { type: "json" };
import { readPackedHeads } from "@/inference/heads/packed-heads";
import type { FaceAnalysis, OcclusionRegion } from "@/inference/pipeline/analysis";
import type { FaceSubject } from "./face-subject";

const probabilitiesOf = readPackedHeads<OcclusionRegion>(file);

/** For each of ten regions whether something hides it: a mask, dark glasses, a hand, hair. Clear glasses hide nothing. */
export async function findOcclusion(face: FaceSubject): Promise<NonNullable<FaceAnalysis["occlusion"]>> {
  const probabilities = Object.entries<number>(probabilitiesOf(await occlusionFeatures(face)));
  const regions = probabilities.map(([name, probability]) => [name, { probability, isOccluded: probability >= 0.5 }]);
  return Object.fromEntries(regions);
}
