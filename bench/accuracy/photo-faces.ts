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

/** Mean of some numbers with its standard error, for people. */
export function meanText(values: readonly number[], unit: string): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return `${mean.toFixed(2)}${unit} ± ${Math.sqrt(variance / values.length).toFixed(2)} (standard error, ${values.length})`;
}

/** Collects how much processor time something takes and says the median: what other programs do hardly shows in it. */
export function createStopwatch() {
  const times: number[] = [];
  return {
    time: async <T>(run: () => Promise<T>): Promise<T> => {
      const start = process.cpuUsage();
      const result = await run();
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
      return result;
    },
    text: () => `${(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1)} ms median of ${times.length}`,
  };
}
