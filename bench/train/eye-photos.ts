import { readdirSync } from "node:fs";
import path from "node:path";
import { readPhoto } from "@/bench/read-photo";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { eyeFeatures } from "@/inference/heads/eye-features";
import type { Sessions } from "@/inference/runtime/session-store";
import { locateFace } from "./locate-face";

export interface EyeSample {
  readonly person: string;
  /** What the person was asked to do; empty for portraits. */
  readonly kind: string;
  readonly isOpen: boolean;
  readonly features: Float32Array;
}

/** Both eyes of each photo of `yale/`, in turn. */
export async function readYaleEyes(data: string, sessions: Sessions): Promise<EyeSample[]> {
  const samples: EyeSample[] = [];
  for (const name of readdirSync(path.join(data, "yale")).toSorted()) {
    const [person = "", kind = ""] = name.split(".");
    for (const [side, features] of (await readEyes(path.join(data, "yale", name), sessions)).entries()) {
      samples.push({ person, kind, features, isOpen: !(kind === "sleepy" || (kind === "wink" && side === 1)) });
    }
  }
  return samples;
}

/** Both eyes of each LFW photo of the people that `isWanted` by their number. */
export async function readLfwEyes(
  data: string,
  sessions: Sessions,
  isWanted: (person: number) => boolean,
): Promise<EyeSample[]> {
  const samples: EyeSample[] = [];
  const root = path.join(data, "lfw/images");
  for (const [i, person] of readdirSync(root).toSorted().entries()) {
    if (!isWanted(i)) continue;
    for (const name of readdirSync(path.join(root, person)).toSorted()) {
      const eyes = await readEyes(path.join(root, person, name), sessions);
      samples.push(...eyes.map((features) => ({ person, kind: "", isOpen: true, features })));
    }
  }
  return samples;
}

async function readEyes(file: string, sessions: Sessions): Promise<Float32Array[]> {
  const image = await readPhoto(file);
  const { mesh, isDetected } = await locateFace(image, sessions);
  if (!isDetected) return [];
  const looks = await createFaceSubject(image, mesh, sessions).eyes();
  return looks.map(({ crop, points }) => eyeFeatures(crop, points));
}
