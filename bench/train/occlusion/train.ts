/**
 * Trains the ten occlusion heads: `node --import tsx bench/train/occlusion/train.ts <data> <models>`, where `data` holds
 * `utkface/` and `mask/`. Paints what hides faces (and what does not) on photos, adds one half of the real mask crops, and
 * writes inference/heads/occlusion-heads.json. Ten minutes on one core; the same data give the same file.
 */
import { writeFileSync } from "node:fs";
import { readPhoto } from "@/bench/read-photo";
import { locateFace } from "@/bench/train/locate-face";
import { listMaskCrops, readTightCrop } from "@/bench/train/mask-photos";
import { openSessions } from "@/bench/train/open-sessions";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { occlusionFeatures } from "@/inference/heads/occlusion-features";
import type { RgbImage } from "@/inference/image/rgb-image";
import { fitOcclusion, labelMask } from "./fit-occlusion";
import { listPhotos, makeSamples, type Sample } from "./samples";

const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
const files = await listPhotos(data);
const painted: Sample[] = [];
for (const part of [files.slice(0, 500), files.slice(500, 1000)]) {
  for await (const sample of makeSamples(part, sessions)) painted.push(sample);
}
const masks: Sample[] = [];
for (const { file, isMasked } of listMaskCrops(data).training) {
  const { features } = await lookAt(await readTightCrop(file));
  masks.push({ features, labels: labelMask(isMasked) });
}
const bare: Float32Array[] = [];
for (const file of files.slice(3000, 3700)) {
  const { features, isDetected } = await lookAt(await readPhoto(file, 60));
  if (isDetected) bare.push(features);
}
const heads = fitOcclusion({ painted, masks, bare });
writeFileSync("inference/heads/occlusion-heads.json", `${JSON.stringify(heads, null, 2)}\n`);

async function lookAt(image: RgbImage): Promise<{ features: Float32Array; isDetected: boolean }> {
  const { mesh, isDetected } = await locateFace(image, sessions);
  return { features: await occlusionFeatures(createFaceSubject(image, mesh, sessions)), isDetected };
}
