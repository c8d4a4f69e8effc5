import type { Pyramid } from "@/inference/image/pyramid";
import type { Point } from "@/inference/pipeline/analysis";
import type { Sessions } from "@/inference/runtime/session-store";
import { iouOf, type Rect } from "./candidate";
import { fitMesh, type MeshFit } from "./mesh";

/** A face as later steps need it. */
export interface DetectedFace {
  /** Tight box in picture pixels. */
  readonly box: Rect;
  /** Calibrated: of faces with 0.9, nine in ten are faces. */
  readonly probability: number;
  readonly mesh: MeshFit;
  /** Eyes, nose tip, mouth corners as the detector has them, where it has any; left as seen in an upright picture first. */
  readonly points?: readonly Point[];
}

/** One place that some search took for a face, and all that is known of it. */
export interface Place {
  readonly box: Rect;
  readonly mesh: MeshFit;
  /** What `faceProbability` judges. */
  readonly features: readonly number[];
}

/** What every step of a search looks at. */
export interface Search {
  readonly pyramid: Pyramid;
  readonly sessions: Sessions;
  /** Longer side of the picture in pixels. */
  readonly longSide: number;
}

export function createSearch(pyramid: Pyramid, sessions: Sessions): Search {
  return { pyramid, sessions, longSide: Math.max(pyramid.image.width, pyramid.image.height) };
}

/** The mesh over a detector's box: enough to rule out most of what is no face. */
export async function fitFirst({ pyramid, sessions }: Search, box: Rect, roll: number): Promise<MeshFit> {
  return fitMesh(await sessions("mesh"), pyramid, box, roll);
}

/** The mesh once more, from the first one's points, which centre and level the face. */
export async function fitAgain({ pyramid, sessions }: Search, first: MeshFit): Promise<MeshFit> {
  return fitMesh(await sessions("mesh"), pyramid, first.bounds, first.roll);
}

/** Midway between the detector's box and the mesh's bounds, which both err, in opposite directions. */
export function tightBox(detected: Rect | undefined, { bounds }: MeshFit): Rect {
  if (!detected || iouOf(detected, bounds) < 0.3) return bounds;
  return {
    xMin: (detected.xMin + bounds.xMin) / 2,
    yMin: (detected.yMin + bounds.yMin) / 2,
    xMax: (detected.xMax + bounds.xMax) / 2,
    yMax: (detected.yMax + bounds.yMax) / 2,
  };
}
