import type { FaceSubject } from "@/inference/faces/face-subject";
import { fivePointSquare, squareAround } from "@/inference/faces/five-point-square";
import { toUnitLength } from "@/inference/faces/unit-length";
import { InferenceError } from "@/inference/inference-error";
import type { Point } from "@/inference/pipeline/analysis";
import type { FloatSession } from "@/inference/runtime/ort";
import { type PlaneFormat, toPlanes } from "./to-planes";

const sidePx = 112;

/**
 * The embedding of a network trained on ArcFace's crops (Deng et al. 2019): the face aligned by the detector's five points,
 * or by those of the mesh where no detector ran.
 */
export async function embedWithPack(
  session: FloatSession,
  format: PlaneFormat,
  face: FaceSubject,
  points: readonly Point[] | undefined,
): Promise<Float32Array> {
  const square = points ? squareAround(points, sidePx, 1) : fivePointSquare(face.mesh, sidePx, 1);
  const crop = { data: face.crop(square, sidePx), width: sidePx, height: sidePx };
  const [vector, ...others] = await session.run(toPlanes(crop, format));
  if (!vector || others.length > 0) {
    throw new InferenceError("model_corrupt", "The recognition network gives more than one output.");
  }
  return toUnitLength(vector.data);
}
