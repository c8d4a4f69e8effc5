import type { Pyramid } from "@/inference/image/pyramid";
import type { Sessions } from "@/inference/runtime/session-store";
import type { DetectedFace } from "./detected-face";
import { takeGivenBoxes } from "./given-boxes";

/** Takes the picture itself for one face, with probability 1: what callers want of pictures that were cut out already. */
export function takeWholePicture(pyramid: Pyramid, sessions: Sessions): Promise<DetectedFace[]> {
  return takeGivenBoxes(pyramid, sessions, [{ xMin: 0, yMin: 0, xMax: 1, yMax: 1 }]);
}
