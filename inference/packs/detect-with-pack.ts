import { clipRect, heightOf, sideOf, widthOf } from "@/inference/detect/candidate";
import { createSearch, type DetectedFace, fitAgain, fitFirst } from "@/inference/detect/detected-face";
import { angleBetween } from "@/inference/geometry/similarity";
import type { Pyramid } from "@/inference/image/pyramid";
import type { Point } from "@/inference/pipeline/analysis";
import type { Sessions } from "@/inference/runtime/session-store";
import type { PackDetector, PackDetectorSettings } from "./pack-detector";

/**
 * The pack's boxes, largest first and clipped to the picture, with the standard mesh laid over each: attributes stay those
 * of the standard networks. A face's probability is its detector's own score.
 */
export async function detectWithPack(
  detector: PackDetector,
  pyramid: Pyramid,
  sessions: Sessions,
  settings: PackDetectorSettings,
): Promise<DetectedFace[]> {
  const search = createSearch(pyramid, sessions);
  const faces: DetectedFace[] = [];
  for (const { box, score, points } of await detector(pyramid, settings)) {
    const clipped = clipRect(box, pyramid.image);
    if (widthOf(clipped) < 1 || heightOf(clipped) < 1) continue;
    const [left, right] = points as readonly [Point, Point];
    const mesh = await fitAgain(search, await fitFirst(search, box, angleBetween(left, right)));
    faces.push({ box: clipped, probability: score, mesh, points });
  }
  return faces.toSorted((a, b) => sideOf(b.box) - sideOf(a.box));
}
