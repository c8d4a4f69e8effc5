import path from "node:path";
import { listFiles } from "@/bench/list-files";
import { listPeople } from "@/bench/train/lfw-people";
import { findEyes } from "@/inference/faces/eyes";
import { findPose } from "@/inference/faces/head-pose";
import { meanText } from "./mean-text";
import { readFaces } from "./photo-faces";
import type { Figure } from "./report";
import type { Section } from "./section";
import { createStopwatch } from "./stopwatch";
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
  const posed = await look(listFiles(path.join(dataDir, "yale")));
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
  const stopwatch = createStopwatch();
  for await (const { face } of readFaces(listPeople(dataDir).heldOut, sessions)) {
    poses.push(await stopwatch.time(async () => findPose(face.mesh)));
  }
  const turned: Figure[] = [];
  for await (const { file, face } of readFaces(listFiles(path.join(dataDir, "misc/pose")), sessions)) {
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
  return [
    ...means,
    ...turned,
    { measure: "Time for one face, from the mesh that detection has laid", result: stopwatch.text() },
  ];
};
