import type { Mesh } from "@/inference/faces/mesh-points";
import type { Point } from "@/inference/pipeline/analysis";
import type { AlignedFace } from "./aligned-face";
import { convexHull, fillConvex } from "./convex-hull";
import { luminanceOf } from "./luminance";
import type { QualityValue } from "./measures";
import { sigmoid, unmeasurable, valued } from "./scalar";

/** What ISO/IEC 29794-5's reference looks at: the aligned face without 62 px at the sides and 210 px below, at 72 %. */
export const backgroundWindow = { x: 62, y: 0, width: 492, height: 406 } as const;
export const backgroundEyesPx = 81.3;

/** How far the head with its hair reaches beyond the mesh: sideways and upwards, in halves of the mesh's size. */
const [sideways, upwards] = [1.35, 1.6] as const;
/** Below this share of the window there is no background to judge. */
const shareMin = 0.02;

/**
 * ISO/IEC 29794-5: mean length of the Scharr gradient of linear luminance around the head. The standard's reference
 * segments the head; here it is the mesh with a margin, so hair that falls wider counts as background.
 */
export function backgroundUniformity(face: AlignedFace, mesh: Mesh): QualityValue {
  const { width, height, inside } = face;
  const head = headMask(face, mesh);
  const luminance = luminanceOf(face.rgb);
  let [sum, count] = [0, 0];
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < y * width + width - 1; i++) {
      if (head[i] || !inside[i]) continue;
      sum += gradientAt(luminance, i, width);
      count += 1;
    }
  }
  if (count < shareMin * width * height) return unmeasurable;
  return valued(sum / count, 190 * (1 - sigmoid((sum / count - 10) / 100)));
}

function headMask({ place, width, height }: AlignedFace, mesh: Mesh): Uint8Array {
  const points: Point[] = [];
  for (let i = 0; i < mesh.length; i += 3) points.push(place([mesh[i] as number, mesh[i + 1] as number]));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [middleX, middleY] = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
  const grown = points.map(([x, y]): Point => {
    const up = y < middleY ? upwards : 1;
    return [middleX + sideways * (x - middleX), middleY + up * (y - middleY)];
  });
  return fillConvex(convexHull(grown), width, height);
}

/** Scharr's 3 x 3 filter with weights 3 10 3. */
function gradientAt(levels: Uint8Array, i: number, width: number): number {
  const at = (offset: number) => levels[i + offset] as number;
  const [a, b, c] = [at(-width - 1), at(-width), at(-width + 1)];
  const [d, f] = [at(-1), at(1)];
  const [g, h, k] = [at(width - 1), at(width), at(width + 1)];
  return Math.hypot(3 * (c - a) + 10 * (f - d) + 3 * (k - g), 3 * (g - a) + 10 * (h - b) + 3 * (k - c));
}
