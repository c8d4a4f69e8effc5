import type { Pyramid } from "@/inference/image/pyramid";
import type { Sessions } from "@/inference/runtime/session-store";
import { heightOf, type Rect, sideOf, widthOf } from "./candidate";
import { createSearch, type DetectedFace, type Search } from "./detected-face";
import { glanceAt, settlePortrait } from "./glance";
import { glanceTurned } from "./glance-turned";
import { searchScales } from "./search-scales";

export interface DetectSettings {
  /** Faces at or below this probability are dropped. */
  readonly probabilityMin: number;
  /** Longest side in pixels at which a picture is searched. */
  readonly searchSideMax: number;
}

/** The default threshold: chosen where false detections on photos without people become rare (docs/accuracy.md). */
export const defaultProbabilityMin = 0.7;
export const defaultSearchSideMax = 1600;
/** When no face of a picture reaches this probability, the picture may lie on its side. */
const doubtfulBelow = 0.95;

/**
 * Finds all faces, largest first, in as many steps as the picture needs. A glance (BlazeFace and the mesh, a few
 * milliseconds) settles portraits; otherwise SSD searches at two scales, and crowds at a third. When no face is sure,
 * the picture is looked at in its three other orientations. Boxes are clipped to the picture.
 */
export async function detectFaces(
  pyramid: Pyramid,
  sessions: Sessions,
  settings: DetectSettings,
): Promise<DetectedFace[]> {
  const { width, height } = pyramid.image;
  const faces = await findFaces(createSearch(pyramid, sessions), settings);
  return faces
    .map((face) => ({ ...face, box: clip(face.box, width, height) }))
    .filter(({ box }) => widthOf(box) >= 1 && heightOf(box) >= 1)
    .sort((a, b) => sideOf(b.box) - sideOf(a.box));
}

async function findFaces(search: Search, { probabilityMin, searchSideMax }: DetectSettings): Promise<DetectedFace[]> {
  const glance = await glanceAt(search);
  const portrait = await settlePortrait(search, glance);
  const upright = portrait ? [portrait] : await searchScales(search, glance, searchSideMax);
  const best = Math.max(0, ...upright.map(({ probability }) => probability));
  // A face on its head still looks a little like a face, but its points would be laid wrongly.
  const turned = best < doubtfulBelow ? await glanceTurned(search) : undefined;
  const faces = turned && turned.probability > best ? [turned] : upright;
  return faces.filter(({ probability }) => probability > probabilityMin);
}

function clip(rect: Rect, width: number, height: number): Rect {
  return {
    xMin: Math.max(0, rect.xMin),
    yMin: Math.max(0, rect.yMin),
    xMax: Math.min(width, rect.xMax),
    yMax: Math.min(height, rect.yMax),
  };
}
