import { listPeople } from "@/bench/train/lfw-people";
import type { FaceSubject } from "@/inference/faces/face-subject";
import { findLandmarks5 } from "@/inference/faces/landmarks5";
import { findLandmarks68 } from "@/inference/faces/landmarks68";
import { eyeCentres, levelSquare } from "@/inference/faces/mesh-points";
import { createPyramid } from "@/inference/image/pyramid";
import type { PackDetector } from "@/inference/packs/pack-detector";
import type { Point } from "@/inference/pipeline/analysis";
import { openPeers } from "./detectors";
import { meanText } from "./mean-text";
import { readFaces } from "./photo-faces";
import type { Figure } from "./report";
import type { Section } from "./section";
import { createStopwatch } from "./stopwatch";

const sidePx = 112;
const jawPoints = 17;
const sideMax = 640;

/** Where the mesh and networks of other makers place the same points, in hundredths of the distance between the eyes; nobody labelled any here. */
export const evaluateLandmarks: Section = async ({ dataDir, sessions, peersDir }) => {
  const peers = await openPeers(peersDir);
  const distances = new Map<string, number[]>();
  const stopwatch = createStopwatch();
  const files = listPeople(dataDir).heldOut.filter((_, i) => i % 8 === 0);
  for await (const { face } of readFaces(files, sessions)) {
    const add = (name: string, values: readonly number[]) =>
      distances.set(name, [...(distances.get(name) ?? []), ...values]);
    const points = await stopwatch.time(async () => findLandmarks68(face.mesh));
    add("68 points, jaw left out, of the 68-point network", [await compareLandmarks(face, points)]);
    for (const [name, detect] of peers) add(`5 points of ${name}`, await compareFivePoints(face, detect));
  }
  return [
    ...[...distances].map(
      ([name, values]): Figure => ({
        measure: `Mesh against ${name} on LFW, share of the distance between the eyes`,
        result: meanText(
          values.map((distance) => 100 * distance),
          " %",
        ),
      }),
    ),
    { measure: "Time for picking 68 points from a mesh, which detection has laid", result: stopwatch.text() },
  ];
};

/** Mean distance of five points, where the other detector finds this face. */
async function compareFivePoints(face: FaceSubject, detect: PackDetector): Promise<number[]> {
  const own = findLandmarks5(face.mesh);
  const [left, right, tip] = own as [Point, Point, Point];
  const apart = distanceOf(left, right);
  const found = await detect(createPyramid(face.image), { sideMax });
  const match = found.find(({ points }) => distanceOf(points[2] ?? [-apart, -apart], tip) < apart);
  if (!match) return [];
  const sum = own.reduce((total, point, i) => total + distanceOf(point, match.points[i] as Point), 0);
  return [sum / own.length / apart];
}

async function compareLandmarks(face: FaceSubject, all: readonly Point[]): Promise<number> {
  const transform = levelSquare(face.mesh, sidePx);
  const { landmarks } = await face.look("landmarks68", face.crop(transform, sidePx), sidePx, ["landmarks"]);
  const apart = distanceOf(...eyeCentres(face.mesh));
  const points = all.slice(jawPoints);
  const sum = points.reduce((total, point, i) => {
    const at = (jawPoints + i) * 2;
    const [u, v] = [(landmarks?.[at] ?? 0) * sidePx, (landmarks?.[at + 1] ?? 0) * sidePx];
    const { a, b, tx, ty } = transform;
    return total + distanceOf([a * u - b * v + tx, b * u + a * v + ty], point);
  }, 0);
  return sum / points.length / apart;
}

function distanceOf([x, y]: Point, [u, v]: Point): number {
  return Math.hypot(u - x, v - y);
}
