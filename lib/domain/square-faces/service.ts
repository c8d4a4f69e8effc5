import { analyzePicture } from "@/lib/domain/detection/service";
import type { FaceAnalysis } from "@/lib/domain/detection/types";
import type { SquareFace, SquareFaces, SquareFacesRequest } from "./types";

/**
 * Finds the faces of a picture whose squares are of certain sizes; maybe none.
 *
 * @throws AppError as `analyzePicture`
 */
export async function findSquareFaces(request: SquareFacesRequest): Promise<SquareFaces> {
  const { sideMin, sideMax, facesMax, features, ...rest } = request;
  const analysis = await analyzePicture({ ...rest, features: [...features, "landmarks106"] });
  const pictureSide = Math.max(analysis.width, analysis.height);
  const faces = analysis.faces
    .map(squareOf)
    .filter(({ side }) => side >= sideMin && (side <= sideMax || sideMax >= pictureSide))
    .sort((a, b) => b.side - a.side)
    .slice(0, facesMax);
  return { faces, analysis };
}

/** The square about the middle of the landmarks' bounds, as wide as their longer edge. */
function squareOf(face: FaceAnalysis): SquareFace {
  if (face.landmarks106 === undefined) throw new TypeError("The face was analysed without its landmarks.");
  const [xs, ys] = [face.landmarks106.map(([x]) => x), face.landmarks106.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const side = Math.max(right - left, bottom - top);
  return { x: (left + right - side) / 2, y: (top + bottom - side) / 2, side, face };
}
