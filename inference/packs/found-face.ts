import { isSameFace, type Rect } from "@/inference/detect/candidate";
import type { Point } from "@/inference/pipeline/analysis";

/** A face as a detector with five landmarks gives it, in pixels of what it looked at. */
export interface FoundFace {
  readonly box: Rect;
  /** 0..1, the detector's own; not calibrated. */
  readonly score: number;
  /** Eyes, nose tip, mouth corners; those on the left of an upright face's picture first. */
  readonly points: readonly Point[];
}

/** One of each group of boxes that show the same face: the one with the highest score. Best first. */
export function dropDoubles(faces: readonly FoundFace[]): FoundFace[] {
  const kept: FoundFace[] = [];
  for (const face of faces.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some(({ box }) => isSameFace(box, face.box))) kept.push(face);
  }
  return kept;
}
