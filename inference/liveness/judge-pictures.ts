import type { RgbImage } from "@/inference/image/rgb-image";
import type { Sessions } from "@/inference/runtime/session-store";
import { type Frame, readFrame } from "./frame";
import { judgeSeries } from "./multi-frame";
import type { SeriesVerdict } from "./series-verdict";

/** Judges a series by the largest face of each picture. */
export async function judgePictures(
  images: readonly RgbImage[],
  isSameFile: boolean,
  sessions: Sessions,
): Promise<SeriesVerdict> {
  const frames: Frame[] = [];
  const faceless: number[] = [];
  for (const [place, image] of images.entries()) {
    const frame = await readFrame(image, sessions);
    if (frame) frames.push(frame);
    else faceless.push(place);
  }
  if (faceless.length > 0) return { probability: 0, isSamePerson: false, isSamePicture: false, faceless };
  return judgeSeries(frames, isSameFile);
}
