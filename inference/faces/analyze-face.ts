import type { RgbImage } from "@/inference/image/rgb-image";
import type { OwnAnalyzers } from "@/inference/packs/open-pack";
import type { FaceAnalysis, Feature } from "@/inference/pipeline/analysis";
import { measureQuality } from "@/inference/quality/measure-quality";
import type { QualityMeasure } from "@/inference/quality/measures";
import type { Sessions } from "@/inference/runtime/session-store";
import { estimateAge } from "./age";
import { cutAlignedFace } from "./aligned-face";
import { findEmbedding } from "./embedding";
import { findEyes } from "./eyes";
import { createFaceSubject, type FaceSubject } from "./face-subject";
import { estimateGender } from "./gender";
import { findPose } from "./head-pose";
import { findLandmarks5 } from "./landmarks5";
import { findLandmarks21 } from "./landmarks21";
import { findLandmarks68 } from "./landmarks68";
import { findLandmarks106 } from "./landmarks106";
import { findLandmarks468 } from "./landmarks468";
import { findLiveness } from "./liveness";
import { findMask } from "./mask";
import type { Mesh } from "./mesh-points";
import { findMouth } from "./mouth";
import { findOcclusion } from "./occlusion";

export interface FaceInput {
  readonly image: RgbImage;
  /** 468 x (x, y, z) in image pixels. */
  readonly mesh: Mesh;
  readonly features: readonly Feature[];
  /** What to measure, and the largest other face's area relative to this one's. */
  readonly quality?: { readonly measures: readonly QualityMeasure[]; readonly rivalShare: number };
  readonly sessions: Sessions;
  /** A model pack's ways to find features, in place of the standard ones. */
  readonly own?: OwnAnalyzers;
}

type Finding = { readonly [F in Feature]: Promise<NonNullable<FaceAnalysis[F]>> | NonNullable<FaceAnalysis[F]> };

/** How each feature of a face is found. */
const analyzers = {
  landmarks5: ({ mesh }) => findLandmarks5(mesh),
  landmarks21: async (face) => findLandmarks21(face.mesh, await face.eyes()),
  landmarks68: ({ mesh }) => findLandmarks68(mesh),
  landmarks106: ({ mesh }) => findLandmarks106(mesh),
  landmarks468: ({ mesh }) => findLandmarks468(mesh),
  age: async (face) => estimateAge(await face.ageGender()),
  gender: async (face) => estimateGender(await face.ageGender()),
  emotion: (face) => face.emotion(),
  mask: async (face) => findMask(await face.chip()),
  occlusion: (face) => findOcclusion(face),
  eyes: async (face) => findEyes(await face.eyes()),
  mouth: ({ mesh }) => findMouth(mesh),
  liveness: (face) => findLiveness(face),
  pose: ({ mesh }) => findPose(mesh),
  embedding: (face) => findEmbedding(face),
  alignedFace: (face) => cutAlignedFace(face),
} satisfies { readonly [F in Feature]: (face: FaceSubject) => Finding[F] };

/**
 * Finds the asked features of one face. Runs only the networks they need, each at most once per crop: of two features
 * that share a network the first bears its time. Throws what the sessions throw; a feature is whole or not there.
 */
export async function analyzeFace(input: FaceInput): Promise<Omit<FaceAnalysis, "box">> {
  const { image, mesh, features, sessions } = input;
  const face = createFaceSubject(image, mesh, sessions);
  const ways: typeof analyzers = { ...analyzers, ...input.own };
  const findings: Partial<Record<Feature, unknown>> = {};
  const timingsMs: Partial<Record<Feature | "quality", number>> = {};
  for (const feature of new Set(features)) {
    const start = performance.now();
    findings[feature] = await ways[feature](face);
    timingsMs[feature] = performance.now() - start;
  }
  const found = findings as Omit<FaceAnalysis, "box" | "timingsMs">;
  if (input.quality === undefined) return { ...found, timingsMs };
  const { measures, rivalShare } = input.quality;
  const start = performance.now();
  const quality = await measureQuality(face, measures, rivalShare);
  timingsMs.quality = performance.now() - start;
  return { ...found, quality, timingsMs };
}
