import type { Pyramid } from "@/inference/image/pyramid";
import type { Sessions } from "@/inference/runtime/session-store";
import { createSearch, type DetectedFace, fitAgain, fitFirst } from "./detected-face";

/** Takes the picture itself for one face, with probability 1: what callers want of pictures that were cut out already. */
export async function takeWholePicture(pyramid: Pyramid, sessions: Sessions): Promise<DetectedFace[]> {
  const { width, height } = pyramid.image;
  const box = { xMin: 0, yMin: 0, xMax: width, yMax: height };
  const search = createSearch(pyramid, sessions);
  const mesh = await fitAgain(search, await fitFirst(search, box, 0));
  return [{ box, probability: 1, mesh }];
}
