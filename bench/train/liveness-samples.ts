import { readPhoto } from "@/bench/read-photo";
import { detectFaces } from "@/inference/detect/detect-faces";
import { createFaceSubject, type FaceSubject } from "@/inference/faces/face-subject";
import { createPyramid } from "@/inference/image/pyramid";
import { livenessFeatures } from "@/inference/liveness/liveness-features";
import type { Sessions } from "@/inference/runtime/session-store";
import { listPeople } from "./lfw-people";
import { readTightCrop } from "./mask-photos";
import { listSpoofPhotos, type Presentation } from "./spoof-photos";

export interface LivenessSample {
  readonly group: string;
  readonly presentation: Presentation;
  /** Whether the face is found in the photo as it is; some fill it and are found only with edges repeated outwards. */
  readonly isAnswered: boolean;
  readonly face: FaceSubject;
  readonly features: Float32Array;
}

/** The faces of `spoof/` that are found at all. */
export async function readSpoofSamples(data: string, sessions: Sessions): Promise<LivenessSample[]> {
  const samples: LivenessSample[] = [];
  for (const { file, group, presentation } of listSpoofPhotos(data)) {
    const found = await findLargest(file, sessions);
    if (found) samples.push({ group, presentation, ...found, features: await livenessFeatures(found.face) });
  }
  return samples;
}

/** Every n-th LFW photo as a live presentation, each its own group. */
export async function readPortraitSamples(
  data: string,
  sessions: Sessions,
  half: "training" | "heldOut",
  every: number,
): Promise<LivenessSample[]> {
  const samples: LivenessSample[] = [];
  for (const file of listPeople(data)[half].filter((_, i) => i % every === 0)) {
    const found = await findLargest(file, sessions);
    if (!found) continue;
    const { face } = found;
    samples.push({ group: file, presentation: "live", isAnswered: true, face, features: await livenessFeatures(face) });
  }
  return samples;
}

async function findLargest(
  file: string,
  sessions: Sessions,
): Promise<{ face: FaceSubject; isAnswered: boolean } | undefined> {
  for (const isAnswered of [true, false]) {
    const image = isAnswered ? await readPhoto(file) : await readTightCrop(file);
    const settings = { probabilityMin: isAnswered ? 0.6 : 0.3, searchSideMax: 640 };
    const [largest] = await detectFaces(createPyramid(image), sessions, settings);
    if (largest) return { face: createFaceSubject(image, largest.mesh.points, sessions), isAnswered };
  }
  return undefined;
}
