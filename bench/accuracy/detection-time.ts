import path from "node:path";
import { percentile } from "@/bench/percentile";
import { readPhoto } from "@/bench/read-photo";
import type { RgbImage } from "@/inference/image/rgb-image";
import { listPhotos } from "./detection-photos";
import type { Detector } from "./detectors";
import type { Figure } from "./report";

/** 640x480 photos of one large face: LFW portraits on a wider canvas, those without other people in the background. */
export async function timePortraits(detect: Detector, dataDir: string): Promise<Figure> {
  const files = (await listPhotos(path.join(dataDir, "lfw/images"))).filter((_, i) => i % 100 === 0);
  const times: number[] = [];
  for (const file of files) {
    const photo = enlarge(await readPhoto(file), 640, 480);
    if ((await detect(photo)).length === 1) times.push(await timeOf(detect, photo));
  }
  const [half, most] = [0.5, 0.8].map((share) => percentile(times, share).toFixed(1));
  return {
    measure: `Detection and landmarks, 640x480, one large face, one core, ${times.length} photos`,
    result: `${half} ms median, 80 % within ${most} ms`,
  };
}

/** Mean processor time of nine runs after one, in milliseconds: what other programs on the machine do hardly shows. */
async function timeOf(detect: Detector, photo: RgbImage): Promise<number> {
  await detect(photo);
  const start = process.cpuUsage();
  for (let i = 0; i < 9; i += 1) await detect(photo);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 9_000;
}

/** Nearest-neighbour copy into the middle of a grey canvas; only its content matters for timing. */
function enlarge(photo: RgbImage, width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3).fill(127);
  const scale = photo.height / height;
  const left = Math.floor((width - photo.width / scale) / 2);
  for (let y = 0; y < height; y += 1) {
    for (let x = Math.max(0, left); x < Math.min(width, width - left); x += 1) {
      const from =
        (Math.floor(y * scale) * photo.width + Math.min(photo.width - 1, Math.floor((x - left) * scale))) * 3;
      data.set(photo.data.subarray(from, from + 3), (y * width + x) * 3);
    }
  }
  return { data, width, height };
}
