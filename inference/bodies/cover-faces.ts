import { heightOf, type Rect } from "@/inference/detect/candidate";
import type { Body } from "@/inference/pipeline/analysis";

/** How far below a face, in heights of it, a body may begin that is the same person's. */
const gapMax = 0.5;

/**
 * Some bodies are seen from the shoulders down. Where a face lies in no body but one begins right below it, the nearest
 * such body is drawn up to hold the face.
 */
export function coverFaces(bodies: readonly Body[], faces: readonly Rect[]): Body[] {
  const covered = [...bodies];
  for (const face of faces) {
    const [x, y] = [(face.xMin + face.xMax) / 2, (face.yMin + face.yMax) / 2];
    if (covered.some((body) => body.xMin < x && x < body.xMax && body.yMin < y && y < body.yMax)) continue;
    const below = ({ xMin, xMax, yMin }: Body) =>
      xMin < x && x < xMax && yMin >= y && yMin - face.yMax <= gapMax * heightOf(face);
    const nearest = covered.filter(below).toSorted((a, b) => a.yMin - b.yMin)[0];
    if (nearest) covered[covered.indexOf(nearest)] = { ...nearest, yMin: face.yMin };
  }
  return covered;
}
