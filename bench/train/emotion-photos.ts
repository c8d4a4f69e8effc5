import path from "node:path";
import { listFiles } from "@/bench/list-files";
import { readPhoto } from "@/bench/read-photo";
import { createFaceSubject, type FaceSubject } from "@/inference/faces/face-subject";
import { warpCrop } from "@/inference/geometry/warp";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Emotion } from "@/inference/pipeline/analysis";
import type { Sessions } from "@/inference/runtime/session-store";
import { locateFace } from "./locate-face";

const folders = {
  neutral: "neutral",
  happy: "happy",
  sad: "sad",
  angry: "angry",
  fear: "fearful",
  disgust: "disgusted",
  surprise: "surprised",
} as const satisfies Record<string, Emotion>;

export interface EmotionPhoto {
  readonly label: Emotion;
  readonly isDetected: boolean;
  readonly face: FaceSubject;
}

/** The faces of every n-th photo of `emotion/<class>`; where none is detected, the middle of the photo counts as the face. */
export async function* readEmotionPhotos(data: string, sessions: Sessions, every = 1): AsyncGenerator<EmotionPhoto> {
  let count = 0;
  for (const [folder, label] of Object.entries(folders)) {
    for (const file of listFiles(path.join(data, "emotion", folder))) {
      if (count++ % every !== 0) continue;
      const image = enlarge(await readPhoto(file));
      const { mesh, isDetected } = await locateFace(image, sessions);
      yield { label, isDetected, face: createFaceSubject(image, mesh, sessions) };
    }
  }
}

/** 48 pixels that end at the face are too few to detect: four times larger, with edges repeated outwards. */
function enlarge(photo: RgbImage): RgbImage {
  const [scale, margin, side] = [photo.width / 192, 80, 352];
  const transform = { a: scale, b: 0, tx: -margin * scale, ty: -margin * scale };
  return { data: warpCrop(photo, transform, side), width: side, height: side };
}
