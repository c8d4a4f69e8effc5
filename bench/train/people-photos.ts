import path from "node:path";
import { readCsv } from "@/bench/read-csv";
import { readPhoto } from "@/bench/read-photo";
import { createFaceSubject } from "@/inference/faces/face-subject";
import type { Outputs } from "@/inference/runtime/ort";
import type { Sessions } from "@/inference/runtime/session-store";
import { locateFace } from "./locate-face";

/** A UTKFace photo and what the age and gender network says of it and of its mirror image. */
export interface LabelledFace {
  readonly age: number;
  readonly gender: string;
  readonly race: string;
  readonly looks: readonly Outputs[];
  /** Milliseconds of processor time for both looks. */
  readonly lookMs: number;
}

/** The faces of every n-th photo of `utkface/<list>.csv`, where found; the photos are tight, so edges are repeated outwards. */
export async function readLabelledFaces(
  data: string,
  list: "train" | "eval",
  sessions: Sessions,
  every = 1,
): Promise<LabelledFace[]> {
  const rows = await readCsv(path.join(data, `utkface/${list}.csv`));
  const faces: LabelledFace[] = [];
  for (const row of rows.filter((_, i) => i % every === 0)) {
    const [file = "", age = "", gender = "", race = ""] = row;
    const image = await readPhoto(path.join(data, "utkface/images", file), 60);
    const { mesh, isDetected } = await locateFace(image, sessions);
    if (!isDetected) continue;
    const start = process.cpuUsage();
    const looks = await createFaceSubject(image, mesh, sessions).ageGender();
    const { user, system } = process.cpuUsage(start);
    faces.push({ age: Number(age), gender, race, looks, lookMs: (user + system) / 1000 });
  }
  return faces;
}
