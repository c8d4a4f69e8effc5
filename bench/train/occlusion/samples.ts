import path from "node:path";
import { readCsv } from "@/bench/read-csv";
import { readPhoto } from "@/bench/read-photo";
import { locateFace } from "@/bench/train/locate-face";
import { seededOrder } from "@/bench/train/seeded-order";
import { seededRandom } from "@/bench/train/seeded-random";
import { fitMesh } from "@/inference/detect/mesh";
import { createFaceSubject } from "@/inference/faces/face-subject";
import type { Mesh } from "@/inference/faces/mesh-points";
import { occlusionFeatures } from "@/inference/heads/occlusion-features";
import { createPyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Sessions } from "@/inference/runtime/session-store";
import { createCanvas } from "./canvas";
import { changeLight, paintBeard, paintShadow } from "./disguises";
import { paintBar, paintGlasses, paintHair, paintHand, paintMask, paintPatch, type Sitter } from "./occluders";
import { labelRegions } from "./regions";
import { boundsOf } from "./shapes";

export interface Sample {
  readonly features: Float32Array;
  /** 1 = occluded, 0 = free, NaN = left out; in the order of `regionNames`. */
  readonly labels: readonly number[];
}

/** Occluders and how often each is painted. */
const occluders: readonly (readonly [share: number, paint: (sitter: Sitter) => void])[] = [
  [0.32, (sitter) => paintGlasses(sitter, true)],
  [0.16, paintMask],
  [0.2, paintHand],
  [0.16, paintPatch],
  [0.1, paintHair],
  [0.06, paintBar],
];
const [plain, disguised] = [0, 1] as const;
const variants = 4;

/** The photos of `utkface/train.csv` in a seeded order. */
export async function listPhotos(data: string): Promise<string[]> {
  const rows = await readCsv(path.join(data, "utkface/train.csv"));
  return seededOrder(rows, 20261121).map(([name = ""]) => path.join(data, "utkface/images", name));
}

/** Each photo once bare, once disguised and twice occluded, always the same way for one photo. */
export async function* makeSamples(files: readonly string[], sessions: Sessions): AsyncGenerator<Sample> {
  let texture: RgbImage | undefined;
  for (const file of files) {
    const image = await readPhoto(file, 60);
    const { mesh, isDetected } = await locateFace(image, sessions);
    if (isDetected) {
      const random = seededRandom([...file].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7));
      for (let variant = 0; variant < variants; variant++) {
        const canvas = createCanvas(image);
        const sitter = { canvas, mesh, random, texture: texture ?? image };
        dress(sitter, variant);
        yield { features: await look(canvas.image, mesh, sessions), labels: labelRegions(canvas, mesh) };
      }
    }
    texture = image;
  }
}

function dress(sitter: Sitter, variant: number): void {
  const { random } = sitter;
  if (variant === disguised || random() < 0.15) {
    const kind = random();
    if (kind < 0.45) paintGlasses(sitter, false);
    else if (kind < 0.75) paintBeard(sitter);
    if (kind > 0.6) paintShadow(sitter);
  }
  if (variant > disguised) {
    choose(random)(sitter);
    if (random() < 0.2) choose(random)(sitter);
  }
  if (variant !== plain || random() < 0.3) changeLight(sitter);
}

function choose(random: () => number): (sitter: Sitter) => void {
  let rest = random();
  for (const [share, paint] of occluders) {
    rest -= share;
    if (rest < 0) return paint;
  }
  return paintPatch;
}

/** What the recognition network sees, with the mesh laid anew over what has been painted, as it would be in a photo. */
async function look(image: RgbImage, mesh: Mesh, sessions: Sessions): Promise<Float32Array> {
  const points = Array.from({ length: 468 }, (_, i) => [mesh[i * 3] as number, mesh[i * 3 + 1] as number] as const);
  const [xMin, yMin, xMax, yMax] = boundsOf(points);
  const [left, right] = [points[33] as readonly [number, number], points[263] as readonly [number, number]];
  const roll = Math.atan2(right[1] - left[1], right[0] - left[0]);
  const fit = await fitMesh(await sessions("mesh"), createPyramid(image), { xMin, yMin, xMax, yMax }, roll);
  return occlusionFeatures(createFaceSubject(image, fit.points, sessions));
}
