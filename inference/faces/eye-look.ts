import { mirrorCrop } from "@/inference/geometry/mirror";
import { angleBetween, applyTo, squareCrop } from "@/inference/geometry/similarity";
import type { Point } from "@/inference/pipeline/analysis";
import type { FaceSubject } from "./face-subject";
import { meshPoint } from "./mesh-points";
import { outputOf } from "./output-of";

const eyeCropSidePx = 64;
/** How many widths of the eye the crop shows. */
const margin = 2.1;
/** The iris network's point in the middle of the iris. */
const irisCentre = 71;
/** Outer and inner corner in the mesh; the eye on the left of an upright face's picture first. */
const corners = [
  [33, 133],
  [263, 362],
] as const;

/** One eye as the iris network sees it: a left eye; the other one is mirrored before. */
export interface EyeLook {
  /** RGB bytes, 64 x 64. */
  readonly crop: Uint8Array;
  /** 71 points of lids and brow, then 5 of the iris: x, y, z in pixels of the crop. */
  readonly points: Float32Array;
  /** Middle of the iris in picture pixels. */
  readonly pupil: Point;
}

/** Both eyes, the one on the left of an upright face's picture first. */
export async function lookAtEyes(face: FaceSubject): Promise<readonly EyeLook[]> {
  const looks: EyeLook[] = [];
  for (const [side, [outer, inner]] of corners.entries()) {
    const isMirrored = side === 1;
    const [from, to] = [meshPoint(face.mesh, outer), meshPoint(face.mesh, inner)];
    const angle = isMirrored ? angleBetween(to, from) : angleBetween(from, to);
    const centre: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const length = margin * Math.hypot(from[0] - to[0], from[1] - to[1]);
    const transform = squareCrop(centre, length, angle, eyeCropSidePx);
    const seen = face.crop(transform, eyeCropSidePx);
    const crop = isMirrored ? mirrorCrop(seen, eyeCropSidePx) : seen;
    const points = outputOf(await face.look("iris", crop, eyeCropSidePx, ["points"]), "points");
    const [x, y] = [points[irisCentre * 3] as number, points[irisCentre * 3 + 1] as number];
    looks.push({ crop, points, pupil: applyTo(transform, [isMirrored ? eyeCropSidePx - x : x, y]) });
  }
  return looks;
}
