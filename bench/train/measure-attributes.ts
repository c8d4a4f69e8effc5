/**
 * Prints how right age, gender and pose are on photos that nothing was fitted on:
 * `node --import tsx bench/train/measure-attributes.ts <data> <models>`. The mask head's figures come from mask-head.ts.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { readPhoto } from "@/bench/read-photo";
import { estimateAge } from "@/inference/faces/age";
import { estimateGender } from "@/inference/faces/gender";
import { findPose } from "@/inference/faces/head-pose";
import { listPeople } from "./lfw-people";
import { locateFace } from "./locate-face";
import { openSessions } from "./open-sessions";
import { readLabelledFaces } from "./people-photos";

const ageBands = [0, 3, 13, 25, 45, 65] as const;
const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
await reportPose();
await reportAgeAndGender();

async function reportPose(): Promise<void> {
  const poses = [];
  for (const file of listPeople(data).heldOut) {
    poses.push(findPose((await locateFace(await readPhoto(file), sessions)).mesh));
  }
  for (const axis of ["yaw", "pitch", "roll"] as const) {
    const mean = meanOf(poses.map((pose) => pose[axis]));
    const spread = Math.sqrt(meanOf(poses.map((pose) => (pose[axis] - mean) ** 2)));
    print(`${axis} of ${poses.length} LFW photos: mean ${mean.toFixed(2)}°, standard deviation ${spread.toFixed(1)}°`);
  }
  for (const name of readdirSync(path.join(data, "misc/pose")).toSorted()) {
    const pose = findPose((await locateFace(await readPhoto(path.join(data, "misc/pose", name)), sessions)).mesh);
    print(`${name}: yaw ${pose.yaw.toFixed(1)}°, pitch ${pose.pitch.toFixed(1)}°, roll ${pose.roll.toFixed(1)}°`);
  }
}

async function reportAgeAndGender(): Promise<void> {
  const faces = (await readLabelledFaces(data, "eval", sessions)).map((face) => ({
    ...face,
    estimate: estimateAge(face.looks),
    guess: estimateGender(face.looks),
  }));
  const groups: Record<string, (face: (typeof faces)[number]) => boolean> = {
    all: () => true,
    "13 years and older": ({ age }) => age >= 13,
  };
  for (const [i, from] of ageBands.entries()) {
    const to = ageBands[i + 1] ?? 120;
    groups[`${from} to ${to - 1} years`] = ({ age }) => age >= from && age < to;
  }
  for (const name of new Set(faces.map(({ race }) => race))) groups[`labelled ${name}`] = ({ race }) => race === name;
  print(
    "group: photos, mean age error in years, true age in the answered range, gender right, mean gender probability",
  );
  for (const [title, isMember] of Object.entries(groups)) {
    const group = faces.filter(isMember);
    const error = meanOf(group.map(({ age, estimate }) => Math.abs(age - estimate.years)));
    const inside = meanOf(group.map(({ age, estimate }) => Number(estimate.low <= age && age <= estimate.high)));
    const right = meanOf(group.map(({ gender, guess }) => Number(gender === guess.value)));
    const sure = meanOf(group.map(({ guess }) => guess.probability));
    const shares = [inside, right, sure].map(percent).join(", ");
    print(`${title}: ${group.length}, ${error.toFixed(2)}, ${shares}`);
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
