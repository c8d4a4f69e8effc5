import type { Pyramid } from "@/inference/image/pyramid";
import type { Sessions } from "@/inference/runtime/session-store";
import type { Rect } from "./candidate";
import { createSearch, type DetectedFace, fitAgain, fitFirst } from "./detected-face";

/**
 * Takes each box for a face, with probability 1, in the order given: what callers want who know the faces already.
 *
 * @param boxes edges as shares of the picture's width and height, 0..1
 */
export async function takeGivenBoxes(
  pyramid: Pyramid,
  sessions: Sessions,
  boxes: readonly Rect[],
): Promise<DetectedFace[]> {
  const { width, height } = pyramid.image;
  const search = createSearch(pyramid, sessions);
  const faces: DetectedFace[] = [];
  for (const { xMin, yMin, xMax, yMax } of boxes) {
    const box = { xMin: xMin * width, yMin: yMin * height, xMax: xMax * width, yMax: yMax * height };
    faces.push({ box, probability: 1, mesh: await fitAgain(search, await fitFirst(search, box, 0)) });
  }
  return faces;
}
