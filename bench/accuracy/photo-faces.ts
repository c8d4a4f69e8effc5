import { readPhoto } from "@/bench/read-photo";
import { locateFace } from "@/bench/train/locate-face";
import { createFaceSubject, type FaceSubject } from "@/inference/faces/face-subject";
import type { Sessions } from "@/inference/runtime/session-store";

/** The face in the middle of each photo that shows one. */
export async function* readFaces(
  files: readonly string[],
  sessions: Sessions,
): AsyncGenerator<{ readonly file: string; readonly face: FaceSubject }> {
  for (const file of files) {
    const image = await readPhoto(file);
    const { mesh, isDetected } = await locateFace(image, sessions);
    if (isDetected) yield { file, face: createFaceSubject(image, mesh, sessions) };
  }
}
