import { analyzePicture } from "@/lib/domain/detection/service";
import { assessPortraits } from "@/lib/domain/portraits/service";
import { AppError } from "@/lib/errors/app-error";
import type { FacesRequest, FoundFaces } from "./types";

/** Total of a portrait below which the liveness of a face is not judged. */
const totalScoreMin = 30;

const features = ["liveness"] as const;

function requirePixels({ analysis }: FoundFaces, pixelsMax: number): void {
  if (analysis.width * analysis.height <= pixelsMax) return;
  throw new AppError("image_too_many_pixels", `The image has more than ${pixelsMax / 1e6} megapixels`);
}

async function findGoodFace(request: FacesRequest): Promise<FoundFaces> {
  const { analysis, portraits } = await assessPortraits({ ...request, features, facesMax: 2 });
  const [portrait, ...others] = portraits;
  if (others.length > 0) throw new AppError("several_faces", "The image contains more than one face.");
  const isPoor = portrait !== undefined && portrait.totalScore < totalScoreMin;
  return { analysis, ...(isPoor && { poor: { totalScore: portrait.totalScore, totalScoreMin } }) };
}

/** The faces that the service's setting wants judged. */
export async function findFacesToCheck({ oneFacePixelsMax, ...request }: FacesRequest): Promise<FoundFaces> {
  const { livenessCheck } = request.scope.settings;
  if (livenessCheck === "EVERY_FACE") return { analysis: await analyzePicture({ ...request, features }) };
  const found =
    livenessCheck === "ONE_FACE"
      ? { analysis: await analyzePicture({ ...request, features, facesMax: 1 }) }
      : await findGoodFace({ oneFacePixelsMax, ...request });
  requirePixels(found, oneFacePixelsMax);
  return found;
}
