import type { FaceSubject } from "./face-subject";
import { fivePointSquare } from "./five-point-square";
import { outputOf } from "./output-of";
import { toUnitLength } from "./unit-length";

const sidePx = 224;
/** How much wider than ArcFace's crop the network sees the face. */
const window = 1.25;

/** The 1,024 features of the network for age, gender and descriptor before its heads, scaled to length 1. */
export async function findPortraitFeatures(face: FaceSubject): Promise<Float32Array> {
  const crop = face.crop(fivePointSquare(face.mesh, sidePx, window), sidePx);
  return toUnitLength(outputOf(await face.look("faceres", crop, sidePx, ["features"]), "features"));
}
