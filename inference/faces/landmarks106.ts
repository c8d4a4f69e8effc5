import type { Point } from "@/inference/pipeline/analysis";
import { jawPath, layout106 } from "./landmarks106-layout";
import { eyeCentres, type Mesh, meshCentre, meshPoint } from "./mesh-points";

const jawPointCount = 33;

/**
 * 106 points in image pixels in the order of InsightFace's 2d106 network: contour 0..32, eye, brow, mouth, nose, other
 * eye, other brow; "left" is the left of an upright face's picture. See `landmarks106-layout.ts` for each point.
 */
export function findLandmarks106(mesh: Mesh): Point[] {
  const points: Point[] = Array.from({ length: 106 }, () => [Number.NaN, Number.NaN]);
  for (const [i, point] of resample(
    jawPath.map((index) => meshPoint(mesh, index)),
    jawPointCount,
  ).entries()) {
    points[layout106.contour[i] as number] = point;
  }
  for (const [target, ...indices] of layout106.features) points[target] = meshCentre(mesh, indices);
  const eyes = eyeCentres(mesh);
  for (const [i, targets] of layout106.eyeCentres.entries()) {
    for (const target of targets) points[target] = eyes[i] as Point;
  }
  return points;
}

/** `count` points at equal distances along each half of a line; its middle vertex, the chin, stays the middle point. */
function resample(line: readonly Point[], count: number): Point[] {
  const middle = (line.length - 1) / 2;
  const half = (count - 1) / 2;
  const first = spread(line.slice(0, middle + 1), half + 1);
  const second = spread(line.slice(middle), half + 1);
  return [...first, ...second.slice(1)];
}

function spread(line: readonly Point[], count: number): Point[] {
  const distances = [0];
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1] as Point, line[i] as Point];
    distances.push((distances[i - 1] as number) + Math.hypot(to[0] - from[0], to[1] - from[1]));
  }
  const total = distances.at(-1) as number;
  let segment = 1;
  return Array.from({ length: count }, (_, i): Point => {
    const wanted = (total * i) / (count - 1);
    while (segment < line.length - 1 && (distances[segment] as number) < wanted) segment += 1;
    const [start, end] = [distances[segment - 1] as number, distances[segment] as number];
    const share = end > start ? Math.min(1, (wanted - start) / (end - start)) : 0;
    const [from, to] = [line[segment - 1] as Point, line[segment] as Point];
    return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  });
}
