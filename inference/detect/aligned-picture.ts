import { alignedSidePx } from "@/inference/faces/aligned-face";
import type { Pyramid } from "@/inference/image/pyramid";
import type { Sessions } from "@/inference/runtime/session-store";
import { createSearch, type DetectedFace, fitAgain, fitFirst } from "./detected-face";

/** Where the mesh of a face lies in its aligned picture, in pixels: the mean over photos of LFW. */
const meshBounds = { xMin: 16, yMin: 20, xMax: 99, yMax: 118 } as const;
/** Of the mesh network, 0..1: aligned faces of photos have 0.99, and 3 of 150 pictures without people have this or more. */
const faceProbabilityMin = 0.5;

/**
 * The face of a picture that was cut out as the feature `alignedFace` does it, boxed whole; none when the picture has
 * another size or shows no face. Nothing is searched: detectors want room around a face, and there is none.
 */
export async function takeAlignedPicture(pyramid: Pyramid, sessions: Sessions): Promise<DetectedFace[]> {
  const { width, height } = pyramid.image;
  if (width !== alignedSidePx || height !== alignedSidePx) return [];
  const search = createSearch(pyramid, sessions);
  const mesh = await fitAgain(search, await fitFirst(search, meshBounds, 0));
  if (mesh.faceProbability < faceProbabilityMin) return [];
  return [{ box: { xMin: 0, yMin: 0, xMax: width, yMax: height }, probability: mesh.faceProbability, mesh }];
}
