import { readdirSync } from "node:fs";
import path from "node:path";
import { listPeople } from "@/bench/train/lfw-people";
import { findEyes } from "@/inference/faces/eyes";
import type { FaceSubject } from "@/inference/faces/face-subject";
import { findPose } from "@/inference/faces/head-pose";
import { findLandmarks68 } from "@/inference/faces/landmarks68";
import { eyeCentres, levelSquare } from "@/inference/faces/mesh-points";
import { createStopwatch, meanText, readFaces } from "./photo-faces";
import type { Figure } from "./report";
import type { Section } from "./section";
import { shareText } from "./verification-metrics";

/** Closed eyes of `yale/`, on which the head was trained, and of LFW people that it does not know. */
export const evaluateEyes: Section = async ({ dataDir, sessions }) => {
  const stopwatch = createStopwatch();
  const look = async (files: readonly string[]) => {
    const rows: { kind: string; left: boolean; right: boolean }[] = [];
    for await (const { file, face } of readFaces(files, sessions)) {
      const { left, right } = await stopwatch.time(async () => findEyes(await face.eyes()));
      rows.push({ kind: path.extname(file).slice(1), left: left.isOpen, right: right.isOpen });
    }
    return rows;
  };
  const folder = path.join(dataDir, "yale");
  const posed = await look(
    readdirSync(folder)
      .toSorted()
      .map((name) => path.join(folder, name)),
  );
  const portraits = await look(listPeople(dataDir).heldOut.filter((_, i) => i % 2 === 0));
  const kinds = [...new Set(posed.map(({ kind }) => kind))].map((name): Figure => {
    const rows = posed.filter(({ kind }) => kind === name);
    return {
      measure: `yale ${name}: faces with a closed eye`,
      result: shareText(rows.filter((row) => !(row.left && row.right)).length, rows.length),
    };
  });
  const closed = portraits.filter(({ left, right }) => !left || !right).length;
  return [
    ...kinds,
    { measure: "LFW faces with an eye that reads as closed", result: shareText(closed, portraits.length) },
    { measure: "Time for one face", result: stopwatch.text() },
  ];
};

/** Mean pose of portraits, which is 0 when nothing is biased, and photos of turned heads. */
export const evaluatePose: Section = async ({ dataDir, sessions }) => {
  const poses: ReturnType<typeof findPose>[] = [];
  for await (const { face } of readFaces(listPeople(dataDir).heldOut, sessions)) poses.push(findPose(face.mesh));
  const folder = path.join(dataDir, "misc/pose");
  const turned: Figure[] = [];
  for await (const { file, face } of readFaces(
    readdirSync(folder)
      .toSorted()
      .map((name) => path.join(folder, name)),
    sessions,
  )) {
    const { yaw, pitch, roll } = findPose(face.mesh);
    turned.push({
      measure: path.basename(file),
      result: `yaw ${yaw.toFixed(1)}°, pitch ${pitch.toFixed(1)}°, roll ${roll.toFixed(1)}°`,
    });
  }
  const means = (["yaw", "pitch", "roll"] as const).map((axis) => ({
    measure: `Mean ${axis} of LFW photos`,
    result: meanText(
      poses.map((pose) => pose[axis]),
      "°",
    ),
  }));
  return [...means, ...turned];
};

/** Where the mesh and a landmark network of another maker place 68 points; nobody labelled any here. */
export const evaluateLandmarks: Section = async ({ dataDir, sessions }) => {
  const distances: number[] = [];
  for await (const { face } of readFaces(
    listPeople(dataDir).heldOut.filter((_, i) => i % 8 === 0),
    sessions,
  )) {
    distances.push(await compareLandmarks(face));
  }
  return [
    {
      measure: "Mesh against the 68-point network on LFW, share of the distance between the eyes, jaw left out",
      result: meanText(
        distances.map((distance) => 100 * distance),
        " %",
      ),
    },
  ];
};

const sidePx = 112;
const jawPoints = 17;

async function compareLandmarks(face: FaceSubject): Promise<number> {
  const transform = levelSquare(face.mesh, sidePx);
  const { landmarks } = await face.look("landmarks68", face.crop(transform, sidePx), sidePx, ["landmarks"]);
  const [left, right] = eyeCentres(face.mesh);
  const apart = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const points = findLandmarks68(face.mesh).slice(jawPoints);
  const sum = points.reduce((total, [x, y], i) => {
    const at = (jawPoints + i) * 2;
    const [u, v] = [(landmarks?.[at] ?? 0) * sidePx, (landmarks?.[at + 1] ?? 0) * sidePx];
    const { a, b, tx, ty } = transform;
    return total + Math.hypot(a * u - b * v + tx - x, b * u + a * v + ty - y);
  }, 0);
  return sum / points.length / apart;
}
