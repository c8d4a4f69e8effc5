import type { Pyramid } from "@/inference/image/pyramid";
import type { Sessions } from "@/inference/runtime/session-store";
import { clipRect, heightOf, sideOf, widthOf } from "./candidate";
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
export const defaultProbabilityMin = 0.6;
export const defaultSearchSideMax = 1600;

/**
 * Finds all faces, largest first, in as many steps as the picture needs. A glance (BlazeFace and the mesh, a few
 * milliseconds) settles portraits; otherwise SSD searches at two scales, and crowds at a third. When that finds
 * no group, the picture is looked at in its three other orientations. Boxes are clipped to the picture.
 */
export async function detectFaces(
  pyramid: Pyramid,
  sessions: Sessions,
  settings: DetectSettings,
): Promise<DetectedFace[]> {
  const faces = await findFaces(createSearch(pyramid, sessions), settings);
  return faces
    .map((face) => ({ ...face, box: clipRect(face.box, pyramid.image) }))
    .filter(({ box }) => widthOf(box) >= 1 && heightOf(box) >= 1)
    .sort((a, b) => sideOf(b.box) - sideOf(a.box));
}

async function findFaces(search: Search, { probabilityMin, searchSideMax }: DetectSettings): Promise<DetectedFace[]> {
  const glance = await glanceAt(search);
  const portrait = await settlePortrait(search, glance);
  if (portrait) return [portrait].filter(({ probability }) => probability > probabilityMin);
  const places = await searchScales(search, glance, searchSideMax);
  const upright = places.filter(({ probability }) => probability > probabilityMin);
  // A face on its head still looks like a face to the search, but its points are laid wrongly, and no glance settles it.
  if (upright.length > 1) return upright;
  const turned = await glanceTurned(search);
  const best = upright[0]?.probability ?? probabilityMin;
  return turned && turned.probability > best ? [turned] : upright;
}
