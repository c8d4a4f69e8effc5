import path from "node:path";
import { parseArgs } from "node:util";
import { type Degradation, degradePhoto } from "@/bench/degrade-photo";
import { printLine } from "@/bench/print-line";
import { readCsv } from "@/bench/read-csv";
import { readPhoto } from "@/bench/read-photo";
import { locateFace } from "@/bench/train/locate-face";
import { openSessions } from "@/bench/train/open-sessions";
import type { RgbImage } from "@/inference/image/rgb-image";
import { alignFace } from "@/inference/quality/aligned-face";
import { compression } from "@/inference/quality/compression";
import { frameFace } from "@/inference/quality/framing";
import { noise } from "@/inference/quality/noise";
import { cutRegion } from "@/inference/quality/picture-region";
import { sharpness, sharpnessEyesPx } from "@/inference/quality/sharpness";

/**
 * `node --import tsx bench/train/quality/calibrate-measures.ts [--data <folder>] [--models <folder>] [--every <n>]`
 * prints what measures say of blurred, compressed and noisy photos of UTKFace's training list, from which the constants of
 * their scores were taken.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    models: { type: "string", default: "data/models" },
    every: { type: "string", default: "60" },
  },
});
const sessions = await openSessions(values.models);
const rows = await readCsv(path.join(values.data, "utkface/train.csv"));
const photos = rows.filter((_, i) => i % Number(values.every) === 0).map(([name = ""]) => name);

const blurs = [0, 0.5, 1, 2, 3, 5].map((strength): Degradation => ({ kind: "blur", strength }));
const qualities = [100, 75, 50, 30, 20, 10, 5].map((strength): Degradation => ({ kind: "jpeg", strength }));
const noises = [0, 3, 5, 7, 10, 20].map((strength): Degradation => ({ kind: "noise", strength }));
const readings = new Map<string, number[]>();

function note({ kind, strength }: Degradation, value: number): void {
  const name = `${kind} ${strength}`;
  readings.set(name, [...(readings.get(name) ?? []), value]);
}

for (const [seed, name] of photos.entries()) {
  const image = await readPhoto(path.join(values.data, "utkface/images", name), 60);
  const { mesh, isDetected } = await locateFace(image, sessions);
  if (!isDetected) continue;
  const face = alignFace(image, mesh, sharpnessEyesPx, "hull");
  const crop: RgbImage = { data: face.rgb, width: face.width, height: face.height };
  for (const blur of blurs) {
    const { data } = blur.strength > 0 ? await degradePhoto(crop, blur, seed) : crop;
    note(blur, sharpness({ ...face, rgb: data }).native);
  }
  const { hull } = frameFace(image, mesh);
  for (const jpeg of qualities) {
    note(jpeg, compression(cutRegion(await degradePhoto(image, jpeg, seed), hull)).native);
  }
  for (const grain of noises) note(grain, noise(cutRegion(await degradePhoto(image, grain, seed), hull)).native);
}
for (const [name, found] of readings) {
  const sorted = found.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(3);
  printLine(`${name.padEnd(12)} 5 % ${at(0.05)}  median ${at(0.5)}  95 % ${at(0.95)}  of ${sorted.length}`);
}
