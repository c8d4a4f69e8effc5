import { fitSimilarity, type Similarity } from "@/inference/geometry/similarity";
import type { Point } from "@/inference/pipeline/analysis";
import { uprightFive } from "./landmarks5";
import type { Mesh } from "./mesh-points";

/**
 * Where the eyes, the nose tip and the mouth corners lie in the 112-pixel crops of ArcFace's training photos
 * (the five-point template published with it), the ones on the left of the picture first.
 */
const template: readonly Point[] = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];
const templateSidePx = 112;

/** How far the five points of a face in a 112-pixel picture lie from where they do in ArcFace's crops: root mean square, in pixels. */
export function distanceFromCrop(mesh: Mesh): number {
  const squares = uprightFive(mesh).map(([x, y], at) => {
    const [wantedX, wantedY] = template[at] as Point;
    return (x - wantedX) ** 2 + (y - wantedY) ** 2;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

/** Crop → image for a square of `sidePx` in which the face lies as in ArcFace's crop, seen through a window `window` times as wide. */
export function fivePointSquare(mesh: Mesh, sidePx: number, window: number): Similarity {
  return squareAround(uprightFive(mesh), sidePx, window);
}

/** The same from the five points themselves. */
export function squareAround(points: readonly Point[], sidePx: number, window: number): Similarity {
  const scale = sidePx / (templateSidePx * window);
  const place = (at: number) => sidePx / 2 + (at - templateSidePx / 2) * scale;
  return fitSimilarity(
    template.map(([x, y]): Point => [place(x), place(y)]),
    points,
  );
}
