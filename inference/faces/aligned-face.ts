import type { FaceSubject } from "./face-subject";
import { fivePointSquare } from "./five-point-square";

/** Side in pixels of an aligned face. */
export const alignedSidePx = 112;

/** The face turned, scaled and shifted so that its five points lie as in ArcFace's crops: RGB bytes, row by row. */
export function cutAlignedFace(face: FaceSubject): Uint8Array {
  return face.crop(fivePointSquare(face.mesh, alignedSidePx, 1), alignedSidePx);
}
