import { readFileSync } from "node:fs";
import path from "node:path";
import { listFiles } from "@/bench/list-files";
import { readPhoto } from "@/bench/read-photo";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { outputOf } from "@/inference/faces/output-of";
import { maskFeatures } from "@/inference/heads/mask-features";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Sessions } from "@/inference/runtime/session-store";
import { locateFace } from "./locate-face";
import { seededOrder } from "./seeded-order";

export interface MaskPhoto {
  readonly file: string;
  readonly isMasked: boolean;
}

/** The face crops of `mask/`, in two halves: one to train on, one to calibrate and measure on. */
export function listMaskCrops(data: string): { readonly training: MaskPhoto[]; readonly heldOut: MaskPhoto[] } {
  const photos = ["with_mask", "without_mask"].flatMap((kind) =>
    listFiles(path.join(data, "mask", kind)).map((file) => ({ file, isMasked: kind === "with_mask" })),
  );
  const shuffled = seededOrder(photos, 20261120);
  const half = shuffled.length / 2;
  return { training: shuffled.slice(0, half), heldOut: shuffled.slice(half) };
}

/** The faces of `masked/`, none of which is trained on. */
export function listMaskedPeople(data: string): MaskPhoto[] {
  const lines = readFileSync(path.join(data, "masked/labels.txt"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const [name = "", number = "", kind = ""] = line.split(",").map((part) => part.trim());
    const file = `${name}_${number.padStart(4, "0")}.png`;
    return { file: path.join(data, "masked/images", name, file), isMasked: kind !== "no-mask" };
  });
}

/** A crop that ends at the face, with its edges repeated outwards so that the face can be found. */
export async function readTightCrop(file: string): Promise<RgbImage> {
  const { width, height } = await readPhoto(file);
  return readPhoto(file, Math.round(0.35 * Math.max(width, height)));
}

/** Features of the face and of its mirror image. */
export async function readMaskFeatures(
  file: string,
  sessions: Sessions,
): Promise<{ readonly rows: readonly Float32Array[]; readonly isDetected: boolean }> {
  const image = await readTightCrop(file);
  const { mesh, isDetected } = await locateFace(image, sessions);
  const face = createFaceSubject(image, mesh, sessions);
  const looks = [await face.chip(), await face.mirroredChip()];
  return { rows: looks.map((look) => maskFeatures(outputOf(look, "map8"))), isDetected };
}
