import { applyTo, type Similarity, squareCrop } from "@/inference/geometry/similarity";
import { warpCrop } from "@/inference/geometry/warp";
import type { Pyramid } from "@/inference/image/pyramid";
import type { Session } from "@/inference/runtime/ort";
import { heightOf, type Rect, widthOf } from "./candidate";

const side = 192;
/** How much larger than the face's box the crop is. */
const margin = 1.5;
const meshPointCount = 468;
/** Mesh points at the outer corners of the eyes: the one on the left of the picture first. */
const leftEyeCorner = 33;
const rightEyeCorner = 263;

/** The mesh laid over one place of a picture. */
export interface MeshFit {
  /** 468 points x, y, z: x and y in picture pixels, z in the same unit, smaller = nearer. */
  readonly points: Float32Array;
  /** 0..1, the network's own opinion whether there is a face at all. */
  readonly faceProbability: number;
  /** The tight box around the points. */
  readonly bounds: Rect;
  /** Radians of the line through the eyes. */
  readonly roll: number;
}

/** Lays the face mesh over `box`, turned by `roll` radians so that the eyes come out level. */
export async function fitMesh(session: Session, pyramid: Pyramid, box: Rect, roll: number): Promise<MeshFit> {
  const length = Math.max(widthOf(box), heightOf(box)) * margin;
  const crop = squareCrop([(box.xMin + box.xMax) / 2, (box.yMin + box.yMax) / 2], length, roll, side);
  const level = pyramid.levelFor(length / side);
  const data = warpCrop(level.image, scaled(crop, level.scale), side);
  const { points: raw, face } = await session.run({ data, dims: [1, side, side, 3] }, ["points", "face"]);
  const points = new Float32Array(meshPointCount * 3);
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = applyTo(crop, [raw?.[i] ?? 0, raw?.[i + 1] ?? 0]);
    points[i] = x;
    points[i + 1] = y;
    points[i + 2] = ((raw?.[i + 2] ?? 0) * length) / side;
  }
  return { points, faceProbability: face?.[0] ?? 0, bounds: boundsOf(points), roll: eyeAngle(points) };
}

/** The same crop out of a smaller level of the picture. */
function scaled({ a, b, tx, ty }: Similarity, scale: number): Similarity {
  return { a: a * scale, b: b * scale, tx: tx * scale, ty: ty * scale };
}

function boundsOf(points: Float32Array): Rect {
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 3) {
    const x = points[i] as number;
    const y = points[i + 1] as number;
    if (x < xMin) xMin = x;
    if (x > xMax) xMax = x;
    if (y < yMin) yMin = y;
    if (y > yMax) yMax = y;
  }
  return { xMin, yMin, xMax, yMax };
}

function eyeAngle(points: Float32Array): number {
  const dx = (points[rightEyeCorner * 3] ?? 0) - (points[leftEyeCorner * 3] ?? 0);
  const dy = (points[rightEyeCorner * 3 + 1] ?? 0) - (points[leftEyeCorner * 3 + 1] ?? 0);
  return Math.atan2(dy, dx);
}
